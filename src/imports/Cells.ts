import type { Day } from '../core/day.ts';
import { isCurrency } from '../core/money.ts';
import { columnKey } from './columnKey.ts';
import type { FileStyle } from './FileStyle.ts';
import { fileAmount } from './fileAmount.ts';
import { dateShape, fileDay } from './fileDay.ts';
import { RowProblem } from './RowProblem.ts';

/** long enough for every number and name of the trade, short enough for an index */
const LONGEST = 200;

/** One record of a file, read by column name. What cannot be read throws RowProblem with a sentence about the cell. */
export class Cells {
  constructor(
    readonly rowNumber: number,
    readonly raw: readonly string[],
    private readonly columns: ReadonlyMap<string, number>,
    private readonly style: FileStyle,
    private readonly defaultCurrency: string | undefined,
  ) {}

  /** The cell without surrounding space and control characters; empty where the column or the cell is. */
  text(column: string): string {
    const index = this.columns.get(columnKey(column));
    const cell = index === undefined ? '' : (this.raw[index] ?? '');
    return /^[\x21-\x7e]*$/.test(cell)
      ? cell
      : cell
          .normalize('NFC')
          .replace(/[\p{Cc}\s]+/gu, ' ')
          .trim();
  }

  /** Like `text`, for what a row cannot be without. */
  required(column: string): string {
    const text = this.text(column);
    if (!text) throw new RowProblem(`${column} is empty.`);
    if (text.length > LONGEST) throw new RowProblem(`${column} is longer than ${LONGEST} characters.`);
    return text;
  }

  day(column: string): Day | undefined {
    const text = this.text(column);
    if (!text) return undefined;
    const day = fileDay(text, this.style.dateOrder);
    if (day === undefined) {
      const shape = dateShape(text, this.style.dateOrder);
      throw new RowProblem(
        `“${text.slice(0, 40)}” in ${column} is not a date from 1900 to 2199 (read as ${shape}).`,
      );
    }
    return day;
  }

  /** Minor units of the currency. */
  amount(column: string, currency: string): bigint | undefined {
    const text = this.text(column);
    if (!text) return undefined;
    return fileAmount(text, this.style.decimalMarks.get(columnKey(column)) ?? '.', currency);
  }

  /** The row's currency: its own cell, else the one that was given for the file. */
  currency(column?: string): string {
    const code = (column && this.text(column).toUpperCase()) || this.defaultCurrency;
    if (!code) throw new RowProblem('It has no currency.');
    if (!isCurrency(code)) throw new RowProblem(`“${code.slice(0, 40)}” is not a currency code.`);
    return code;
  }
}
