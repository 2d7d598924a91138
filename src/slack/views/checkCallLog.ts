import {
  type CallLogEntries,
  callLogFields as field,
  isTalk,
  SOMEBODY_ELSE,
} from '../../../blocks/calls/CallLogForm.ts';
import { dayOf } from '../../core/day.ts';
import { delayReasons } from '../../core/delayReasons.ts';
import { holdProblem } from '../../core/holdProblem.ts';
import type { CallLog } from '../../useCases/calls/CallLog.ts';
import type { CallLogMemory } from '../../useCases/calls/CallLogMemory.ts';
import { isCallOutcome } from '../../useCases/calls/isCallOutcome.ts';
import { checkDispute } from './checkDispute.ts';
import { checkPromise } from './checkPromise.ts';

export type CheckedCall =
  | { readonly errors: Record<string, string> }
  | { readonly call: CallLog; readonly planFollows: boolean };

/** Reads a filled-in call log: the call, or what is wrong at which field. Pure: it knows what the window remembers and no more. */
export function checkCallLog(entries: CallLogEntries, memory: CallLogMemory, now: Date): CheckedCall {
  const { outcome = '', contact, newContact, calledAt = now, callBackAt, holdUntil } = entries;
  const { debtorId = '', promptId } = memory;
  const errors: Record<string, string> = {};
  if (!isCallOutcome(outcome)) return { errors: { [field.outcome]: 'Choose how the call went.' } };
  const somebodyElse = contact === SOMEBODY_ELSE;
  if (somebodyElse && !newContact) errors[field.newContact] = 'Write the name of the person you spoke to.';
  if (calledAt > now) errors[field.calledAt] = 'The call cannot lie in the future: when did it take place?';
  const promise = outcome === 'promised' ? checkPromise(entries, memory, errors) : undefined;
  const dispute = outcome === 'disputes' ? checkDispute(entries, memory, errors) : undefined;
  if (outcome === 'call_back' && !(callBackAt && callBackAt > now))
    errors[field.callBackAt] = 'Choose a time that is still to come.';
  const pauses = outcome === 'instalments' || outcome === 'hardship';
  if (pauses && holdUntil) {
    const today = dayOf(memory.today);
    const problem = holdProblem({ fromOn: today, untilOn: dayOf(holdUntil) }, today, memory.locale);
    if (problem) errors[field.holdUntil] = problem.sentence;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const talk = isTalk(outcome);
  return {
    call: {
      debtorId,
      promptId,
      outcome,
      direction: entries.direction === 'in' ? 'in' : 'out',
      at: calledAt,
      contactId: somebodyElse ? undefined : contact,
      newContactName: somebodyElse || contact === undefined ? newContact : undefined,
      rightParty: talk && entries.rightParty ? entries.rightParty === 'yes' : undefined,
      notes: entries.notes,
      delayReason: talk ? delayReasons.find((known) => known === entries.delayReason) : undefined,
      promise,
      dispute,
      callBackAt: outcome === 'call_back' ? callBackAt : undefined,
      holdUntil: pauses ? holdUntil : undefined,
    },
    planFollows: pauses && entries.plan === 'next',
  };
}
