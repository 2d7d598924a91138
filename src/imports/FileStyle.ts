import type { DecimalMark } from './fileAmount.ts';
import type { DateOrder } from './fileDay.ts';

/** How one file writes its dates and, column by column, its amounts. */
export interface FileStyle {
  readonly dateOrder: DateOrder;
  /** by column key */
  readonly decimalMarks: ReadonlyMap<string, DecimalMark>;
}
