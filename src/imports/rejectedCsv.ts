import { stringify } from 'csv-stringify/sync';
import type { RejectedRow } from './LedgerRow.ts';

/** a spreadsheet takes what begins like this for a formula, but for plain numbers */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠\t\r]/u;
const NUMBER = /^\s*[-+]?[\d., {2}'’]*\d\s*$/;

/** What every file of rejected rows begins with. */
export const REJECTED_START = '\ufeffRow,Reason,';

/** First line of a file of rejected rows: the columns of the original behind the row's number and the reason. */
export function rejectedHeader(header: readonly string[]): string {
  return `\ufeff${stringify([['Row', 'Reason', ...header].map(neutralCell)])}`;
}

/** One rejected row as a line of that file; what a spreadsheet would run as a formula is made plain text by a leading '. */
export function rejectedLine({ rowNumber, reason, cells }: RejectedRow): string {
  return stringify([[String(rowNumber), ...[reason, ...cells].map(neutralCell)]]);
}

function neutralCell(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
