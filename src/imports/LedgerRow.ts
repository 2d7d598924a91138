import type { Day } from '../core/day.ts';
import type { DebtorKind } from '../core/facts.ts';

/** An open item, or one that is settled, as a ledger file shows it. Amounts in minor units of `currency`. */
export interface InvoiceRow {
  readonly type: 'invoice';
  /** row of the file as a spreadsheet numbers it: the first line is 1 */
  readonly rowNumber: number;
  readonly number: string;
  readonly account: string;
  readonly name: string;
  /** empty where the file does not say */
  readonly issuedOn?: Day | undefined;
  readonly dueOn: Day;
  readonly currency: string;
  /** negative for a credit note; empty where the file shows only what is open */
  readonly amount?: bigint | undefined;
  /** empty where the file shows only settlement dates */
  readonly outstanding?: bigint | undefined;
  readonly settledOn?: Day | undefined;
  readonly orderNumber?: string | undefined;
  readonly emails: readonly string[];
  /** ISO 3166-1 alpha-2 */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  /** what the customer is, where the file says so */
  readonly kind?: DebtorKind | undefined;
  /** the last step that was taken for the customer, where the file names one: as it is written there */
  readonly lastStep?: string | undefined;
  /** its day; empty where none can be read */
  readonly lastStepOn?: Day | undefined;
}

/** Money of a customer that the ledger has not set against an invoice. */
export interface UnappliedRow {
  readonly type: 'unapplied';
  readonly rowNumber: number;
  readonly account: string;
  readonly name: string;
  readonly valueOn: Day;
  readonly currency: string;
  /** positive */
  readonly amount: bigint;
  readonly reference?: string | undefined;
}

/** A line of a bank statement; a returned payment is negative. */
export interface BankRow {
  readonly type: 'bank';
  readonly rowNumber: number;
  readonly valueOn: Day;
  readonly payer: string;
  readonly reference: string;
  readonly currency: string;
  readonly amount: bigint;
}

export type LedgerRow = InvoiceRow | UnappliedRow | BankRow;

/** A row that cannot be taken, and why, in a sentence for the person who has the file before them. */
export interface RejectedRow {
  readonly type: 'rejected';
  readonly rowNumber: number;
  readonly reason: string;
  readonly cells: readonly string[];
  /** the invoice it is about where that can be read: such an invoice is in the file, only not understood */
  readonly number?: string | undefined;
  /** nothing of the file could be read from here on */
  readonly toEnd?: true;
}

/** What a reader makes of one record; `ignored` is a row of things that are no part of the ledger (drafts, quotes). */
export type ReadRow = LedgerRow | RejectedRow | { readonly type: 'ignored'; readonly rowNumber: number };
