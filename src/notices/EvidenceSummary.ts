import type { Day } from '../core/day.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { NoticeCreditor, NoticeData } from './NoticeData.ts';

/** What the summary of an evidence pack says, as plain data. */
export interface EvidenceSummary {
  /** BCP 47; decides how figures and dates are written. The words are English. */
  readonly locale: string;
  readonly asAt: Day;
  readonly creditor: NoticeCreditor;
  readonly debtor: { readonly name: string; readonly account: string; readonly kind: DebtorKind };
  /** what is owed, as a statement lists it, with the interest that may be claimed; absent where nothing is */
  readonly position?: NoticeData | undefined;
  /** sentences about what the position leaves out */
  readonly remarks: readonly string[];
  readonly tables: readonly PrintedTable[];
}

/** A table with every figure and day written out. */
export interface PrintedTable {
  readonly title: string;
  /** heads, with the share of the page's width */
  readonly columns: readonly {
    readonly head: string;
    readonly share: number;
    readonly isAmount: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
}
