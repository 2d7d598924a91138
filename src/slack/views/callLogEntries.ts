import type { ViewOutput } from '@slack/bolt';
import { type CallLogEntries, callLogFields as field } from '../../../blocks/calls/CallLogForm.ts';
import { stateOf } from './stateOf.ts';

/** What stands in the call log's fields. */
export function callLogEntries(view: ViewOutput): CallLogEntries {
  const { text, choice, choices, day, instant } = stateOf(view);
  const chosen = choices(field.invoices);
  return {
    debtor: choice(field.debtor) || undefined,
    contact: choice(field.contact) || undefined,
    newContact: text(field.newContact) || undefined,
    outcome: choice(field.outcome) || undefined,
    amount: text(field.amount) || undefined,
    promisedOn: day(field.promisedOn) || undefined,
    method: choice(field.method) || undefined,
    invoices: chosen.length > 0 ? chosen : undefined,
    disputedInvoice: choice(field.disputedInvoice) || undefined,
    disputeReason: choice(field.disputeReason) || undefined,
    disputedAmount: text(field.disputedAmount) || undefined,
    callBackAt: instant(field.callBackAt),
    plan: choice(field.plan) || undefined,
    holdUntil: day(field.holdUntil) || undefined,
    delayReason: choice(field.delayReason) || undefined,
    notes: text(field.notes) || undefined,
    calledAt: instant(field.calledAt),
    direction: choice(field.direction) || undefined,
    rightParty: choice(field.rightParty) || undefined,
  };
}
