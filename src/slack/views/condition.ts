import { CONDITION_TITLE } from '../../../blocks/agreements/conditionModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { conditionNames, isConditionKind } from '../../core/conditions.ts';
import { dayOf } from '../../core/day.ts';
import { recordCondition } from '../../useCases/conditions/recordCondition.ts';
import type { ViewHandler } from '../handlers.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** Submitted: a condition that stops an account. */
export const condition: ViewHandler = {
  check(view) {
    const { choice, day, text } = stateOf(view);
    const { memory, debtorId, key } = formMemory(view);
    const errors: Record<string, string> = {};
    const [kind, evidence, since] = [choice('kind'), text('evidence'), day('since') || memory.today];
    if (evidence === '') errors.evidence = 'How do we know? A few words are enough.';
    if (dayOf(since) > dayOf(memory.today)) errors.since = 'That day lies ahead: choose today or before.';
    if (!isConditionKind(kind)) return { errors: { ...errors, kind: 'Choose what it is.' } };
    if (Object.keys(errors).length > 0) return { errors };
    const given = { kind, evidence, since: dayOf(since), reference: text('reference') || undefined };
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key, now, given };
        await showLogged(request, await recordCondition(deps.db, logging));
      },
    };
  },
  saving(view) {
    const { choice, day, text } = stateOf(view);
    const kind = choice('kind');
    return savingView(CONDITION_TITLE, [
      ['What it is', isConditionKind(kind) ? conditionNames[kind] : ''],
      ['How we know', text('evidence')],
      ['Since', day('since')],
      ['Representative, or reference', text('reference')],
    ]);
  },
  again: refilled,
};
