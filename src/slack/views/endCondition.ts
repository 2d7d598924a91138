import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { conditionEndings, END_CONDITION_TITLE } from '../../../blocks/agreements/endConditionModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { endCondition as end } from '../../useCases/conditions/endCondition.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ form: z.string(), conditionId: z.string(), debtorId: z.string() });

/** Submitted: why a condition does not hold any more. */
export const endCondition: ViewHandler = {
  check(view) {
    const { choice, text } = stateOf(view);
    const how = conditionEndings.find(({ value }) => value === choice('how'))?.value;
    const reason = text('reason');
    if (!how) return { errors: { how: 'Choose what happened.' } };
    if (reason === '') return { errors: { reason: 'Say why: it stays on record.' } };
    return {
      async save(request) {
        const { deps, workspace, member, now } = request;
        const { form, conditionId, debtorId } = memoryOf(view);
        const ending = { conditionId, how, reason };
        const logging = { workspace, member, debtorId, key: `form:${form}`, now, ending };
        await showLogged(request, await end(deps.db, logging));
      },
    };
  },
  saving: (view) => savingView(END_CONDITION_TITLE, [['Why', stateOf(view).text('reason')]]),
  again: refilled,
};

function memoryOf(view: ViewOutput) {
  return decodeMetadata(remembered, view.private_metadata);
}
