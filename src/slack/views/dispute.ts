import { DISPUTE_TITLE } from '../../../blocks/agreements/disputeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { dayOf } from '../../core/day.ts';
import { logDispute } from '../../useCases/disputes/logDispute.ts';
import type { ViewHandler } from '../handlers.ts';
import { callLogEntries } from './callLogEntries.ts';
import { checkDispute } from './checkDispute.ts';
import { formMemory } from './formMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** A submitted dispute. */
export const dispute: ViewHandler = {
  check(view) {
    const entries = callLogEntries(view);
    const { memory, debtorId, key } = formMemory(view);
    const { day, member: chosen } = stateOf(view);
    const errors: Record<string, string> = {};
    const words = checkDispute(entries, memory, errors);
    const target = day('target');
    if (target && target < memory.today) errors.target = 'That day has passed: choose a later one.';
    if (!words || Object.keys(errors).length > 0) return { errors };
    const targetOn = target ? dayOf(target) : undefined;
    const settles = { resolverSlackId: chosen('resolver') || undefined, targetOn };
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const logging = { workspace, member, debtorId, key, now, words: { ...words, ...settles } };
        await showLogged(request, await logDispute(deps.db, logging));
      },
    };
  },
  saving(view) {
    const { disputedAmount = '', notes = '' } = callLogEntries(view);
    return savingView(DISPUTE_TITLE, [
      ['Contested', disputedAmount],
      ['Notes', notes],
    ]);
  },
  again: refilled,
};
