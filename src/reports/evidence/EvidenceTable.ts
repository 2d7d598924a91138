import type { Day } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';

/** One thing in a table: text, a count, a day, a moment, or an amount. */
export type Fact =
  | string
  | number
  | { readonly on: Day }
  | { readonly at: Date }
  | { readonly money: Money }
  | undefined;

/** A part of the pack, in the summary and as a file for spreadsheets. */
export interface EvidenceTable {
  readonly title: string;
  /** name of its CSV, without the ending */
  readonly file: string;
  /** heads, with the share of the page's width */
  readonly columns: readonly { readonly head: string; readonly share: number }[];
  readonly rows: readonly (readonly Fact[])[];
  /** only as a file: the summary has it in another form */
  readonly fileOnly?: boolean;
}
