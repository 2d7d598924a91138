import type { Choice } from '../elements/option.ts';
import type { Text } from '../Markup.ts';

/** What the call log modal shows; plain data, amounts already formatted. */
export interface CallLogForm {
  /** encoded: what the window remembers between two clicks */
  readonly metadata: string;
  /** absent: the account is asked for first */
  readonly account?: AccountLines | undefined;
  /** accounts to choose from where the words fit several; a typeahead otherwise */
  readonly candidates?: readonly Choice[] | undefined;
  readonly contacts: readonly Choice[];
  /** open invoices, oldest first */
  readonly invoices: readonly Choice[];
  /** the promise's currency */
  readonly currency: string;
  /** why the amount is empty though one was typed; a sentence */
  readonly amountHint?: string | undefined;
  readonly entries: CallLogEntries;
}

/** Who they are, what they owe, stage, and the call allowance in words. */
export interface AccountLines {
  readonly name: string;
  readonly lines: readonly Text[];
}

/** What stands in the form's fields, as Slack gives and takes it; absent: empty. */
export interface CallLogEntries {
  readonly debtor?: string | undefined;
  readonly contact?: string | undefined;
  readonly newContact?: string | undefined;
  readonly outcome?: string | undefined;
  /** as typed: `1,284.50` */
  readonly amount?: string | undefined;
  /** ISO day */
  readonly promisedOn?: string | undefined;
  readonly method?: string | undefined;
  readonly invoices?: readonly string[] | undefined;
  readonly disputedInvoice?: string | undefined;
  readonly disputeReason?: string | undefined;
  readonly disputedAmount?: string | undefined;
  readonly callBackAt?: Date | undefined;
  /** `next`: the form of the plan follows the call */
  readonly plan?: string | undefined;
  /** ISO day */
  readonly holdUntil?: string | undefined;
  readonly delayReason?: string | undefined;
  readonly notes?: string | undefined;
  readonly calledAt?: Date | undefined;
  readonly direction?: string | undefined;
  readonly rightParty?: string | undefined;
}

/** Block ids of the form, by entry. */
export const callLogFields = {
  debtor: 'debtor',
  contact: 'contact',
  newContact: 'new_contact',
  outcome: 'outcome',
  amount: 'amount',
  promisedOn: 'promised_on',
  method: 'method',
  invoices: 'invoices',
  disputedInvoice: 'disputed_invoice',
  disputeReason: 'dispute_reason',
  disputedAmount: 'disputed_amount',
  callBackAt: 'call_back_at',
  plan: 'plan',
  holdUntil: 'hold_until',
  delayReason: 'delay_reason',
  notes: 'notes',
  calledAt: 'called_at',
  direction: 'direction',
  rightParty: 'right_party',
} as const satisfies Record<keyof CallLogEntries, string>;

/** Fields whose change rebuilds the form, with the actions that they send. */
export const callLogActions = {
  debtor: 'debtor_search',
  contact: 'call_log_contact',
  outcome: 'call_log_outcome',
} as const;

/** The choice of a contact who is not on file. */
export const SOMEBODY_ELSE = 'somebody_else';

const unreached: ReadonlySet<string> = new Set(['no_answer', 'left_message', 'wrong_number']);

/** Whether an outcome means that somebody was spoken to. */
export function isTalk(outcome: string | undefined): boolean {
  return outcome !== undefined && !unreached.has(outcome);
}
