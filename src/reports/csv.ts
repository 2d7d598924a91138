import { stringify } from 'csv-stringify/sync';

/** Text, a number, or nothing. Amounts come as `formatAmount` writes them, with the currency in a column of its own. */
export type CsvCell = string | number | bigint | null | undefined;

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with its mark, CRLF, and no text that would run as a formula
 * (OWASP, CSV injection): such a cell gets an apostrophe in front. Plain numbers, negative ones too, stay numbers.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(harmless));
  return stringify(cells, { bom: true, record_delimiter: 'windows' });
}

function harmless(cell: CsvCell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
