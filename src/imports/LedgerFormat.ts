import type { Day } from '../core/day.ts';
import type { Cells } from './Cells.ts';
import type { DateOrder } from './fileDay.ts';
import type { LedgerRow } from './LedgerRow.ts';

export type FormatName = 'ibm' | 'xero' | 'quickbooks' | 'bank' | 'mapped';

/** One kind of file: how it is known by its columns, and how its records become rows. */
export interface LedgerFormat {
  readonly name: FormatName;
  readonly kind: 'ledger' | 'payments';
  /** a file of this format is known by having all of these columns */
  readonly columns: readonly string[];
  readonly dateColumns: readonly string[];
  readonly amountColumns: readonly string[];
  readonly currencyColumn?: string | undefined;
  /** where a record names its invoice */
  readonly invoiceColumn?: string | undefined;
  /** the file says when each item was settled, so that an earlier day can be told from it */
  readonly knowsSettlements: boolean;
  /** the order of its dates: fixed by the format, or found in the file with this as what is usual */
  readonly dates: { readonly fixed: DateOrder } | { readonly usual?: DateOrder };
  /** amounts of this format always have a decimal point */
  readonly pointDecimals?: boolean;
  /** the day the file is of, by the lines above its header */
  ownDate?(preamble: readonly string[][]): Day | undefined;
  /**
   * The row of one record. `ignored`: no part of the ledger; `furniture`: no row at all (headings, totals). Throws
   * RowProblem.
   */
  row(cells: Cells): LedgerRow | 'ignored' | 'furniture';
}
