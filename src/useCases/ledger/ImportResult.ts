import type { Day } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';
import type { FormatName } from '../../imports/LedgerFormat.ts';
import type { RejectedRow } from '../../imports/LedgerRow.ts';

/** What an import did, in numbers; all of one file. */
export interface ImportCounts {
  /** rows of data, without header, headings and totals */
  rows: number;
  /** rows that are no part of the ledger: drafts, quotes, or not issued yet on the as-of date */
  ignored: number;
  rejected: number;
  /** invoices and credit notes */
  new: number;
  updated: number;
  unchanged: number;
  /** open items of before that the file shows as paid */
  closed: number;
  /** invoices on which the ledger shows less paid than was known */
  corrections: number;
  /** open items that the file does not show any more */
  missing: number;
  newDebtors: number;
  /** customers whose last step of before was taken over */
  lastSteps: number;
  /** bank payments that the ledger shows too, whichever came first */
  confirmed: number;
  /** bank lines: booked against invoices, as unapplied money, as returned payments; and those known from before */
  matched: number;
  unapplied: number;
  returned: number;
  known: number;
}

export interface ImportResult {
  readonly importId: string;
  /** brake: nothing was applied, a manager is to confirm; refused: nothing was applied, none of its rows could be taken */
  readonly status: 'applied' | 'brake' | 'refused';
  readonly format: FormatName;
  readonly kind: 'ledger' | 'payments';
  readonly creditor: string;
  readonly asOf: Day;
  readonly counts: Readonly<ImportCounts>;
  /** what is open in the file, per currency (ledger files) */
  readonly openInFile: readonly Money[];
  /** the first rejected rows; all of them went to `onRejected` */
  readonly rejected: readonly RejectedRow[];
  /** what happened, for people */
  readonly sentences: readonly string[];
  /** those of the sentences that name accounts of ours to which a payment may belong */
  readonly unmatched: readonly string[];
}

export function noCounts(): ImportCounts {
  return {
    rows: 0,
    ignored: 0,
    rejected: 0,
    new: 0,
    updated: 0,
    unchanged: 0,
    closed: 0,
    corrections: 0,
    missing: 0,
    newDebtors: 0,
    lastSteps: 0,
    confirmed: 0,
    matched: 0,
    unapplied: 0,
    returned: 0,
    known: 0,
  };
}
