import type { ViewOutput } from '@slack/bolt';
import {
  type CallLogEntries,
  callLogFields as field,
  SOMEBODY_ELSE,
} from '../../../blocks/calls/CallLogForm.ts';
import { outcomeChoices } from '../../../blocks/calls/callChoices.ts';
import { CALL_LOG_TITLE } from '../../../blocks/calls/callLogView.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { type CallLogMemory, callLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import { logCall } from '../../useCases/calls/logCall.ts';
import type { Checked, ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { callLogEntries } from './callLogEntries.ts';
import { callLogFor } from './callLogFor.ts';
import { checkCallLog } from './checkCallLog.ts';
import { showLogged } from './showLogged.ts';
import { showPlanOfCall } from './showPlanOfCall.ts';

/**
 * The call log. Until an account is chosen, submitting it goes on to the form; so does submitting a form that still lacks the
 * fields of its outcome. Then it is checked at its fields, saved, and answered with what happens next, or with the form of the plan that was
 * agreed on.
 */
export const callLog: ViewHandler = {
  check(view, now): Checked {
    const entries = callLogEntries(view);
    const memory = decodeMetadata(callLogMemory, view.private_metadata);
    const debtorId = memory.debtorId ?? entries.debtor;
    if (!debtorId) return { errors: { [field.debtor]: 'Choose the account that was called.' } };
    if (!memory.debtorId || lacksFields(view, entries, memory)) return goOn(memory, debtorId, entries);
    const checked = checkCallLog(entries, memory, now);
    if ('errors' in checked) return checked;
    return {
      async save(request) {
        const { deps, workspace, member, now: savedAt } = request;
        const saving = { workspace, member, call: checked.call, key: `call:${memory.form}`, now: savedAt };
        const logged = await logCall(deps.db, saving);
        await (checked.planFollows ? showPlanOfCall(request, logged) : showLogged(request, logged));
      },
    };
  },
  saving(view) {
    const { outcome, amount, promisedOn, newContact, notes } = callLogEntries(view);
    const said = outcomeChoices.find(({ value }) => value === outcome)?.text;
    return savingView(CALL_LOG_TITLE, [
      ['Outcome', said ?? ''],
      ['Amount', amount ?? ''],
      ['By', promisedOn ?? ''],
      ['Who', newContact ?? ''],
      ['Notes', notes ?? ''],
    ]);
  },
  again: refilled,
};

function goOn(memory: CallLogMemory, debtorId: string, entries: CallLogEntries): Checked {
  const { promptId, form } = memory;
  const first = memory.debtorId === undefined;
  return {
    async save(request) {
      await request.showView(await callLogFor(request, { debtorId, promptId, entries, first, form }));
    },
  };
}

/** Somebody was quicker than the form: the fields that the choice needs are not there yet. */
function lacksFields(
  view: ViewOutput,
  { outcome, contact }: CallLogEntries,
  { open }: CallLogMemory,
): boolean {
  const has = (blockId: string) => view.blocks.some((block) => block.block_id === blockId);
  const needed = [
    ...(outcome === 'promised' ? [field.amount] : []),
    ...(outcome === 'disputes' && Object.keys(open).length > 0 ? [field.disputedInvoice] : []),
    ...(outcome === 'call_back' ? [field.callBackAt] : []),
    ...(contact === SOMEBODY_ELSE ? [field.newContact] : []),
  ];
  return needed.some((blockId) => !has(blockId));
}
