import type { Choice } from '../elements/option.ts';
import type { Text } from '../Markup.ts';

/** What the call log modal is filled with; plain data, amounts already formatted. */
export interface CallLogForm {
  /** encoded: debtor, prompt, currency, day */
  readonly metadata: string;
  /** absent: the debtor is asked for first */
  readonly account?: AccountLines | undefined;
  readonly contacts: readonly Choice[];
  readonly contactId?: string | undefined;
  readonly newContactName?: string | undefined;
  readonly outcome?: string | undefined;
  /** open invoices, oldest first */
  readonly invoices: readonly Choice[];
  readonly promise: {
    readonly currency: string;
    /** "1284.50" */
    readonly amount: string;
    /** ISO day */
    readonly on?: string | undefined;
  };
  readonly callBackAt?: Date | undefined;
  readonly notes?: string | undefined;
  readonly at: Date;
}

/** Who they are, what they owe, stage, and the call allowance in words. */
export interface AccountLines {
  readonly name: string;
  readonly lines: readonly Text[];
}

/** Block and action ids of the form; an input's action has its block's name. */
export const callLogFields = {
  debtor: 'debtor_search',
  contact: 'contact',
  newContact: 'new_contact',
  outcome: 'call_log_outcome',
  amount: 'amount',
  on: 'promised_on',
  method: 'method',
  invoices: 'invoices',
  disputedInvoice: 'disputed_invoice',
  disputeReason: 'dispute_reason',
  disputedAmount: 'disputed_amount',
  callBackAt: 'call_back_at',
  holdUntil: 'hold_until',
  delayReason: 'delay_reason',
  notes: 'notes',
  at: 'called_at',
  direction: 'direction',
  rightParty: 'right_party',
} as const;

/** The choice of a contact who is not on file. */
export const SOMEBODY_ELSE = 'somebody_else';
