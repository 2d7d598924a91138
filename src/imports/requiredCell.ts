import type { Day } from '../core/day.ts';
import type { Cells } from './Cells.ts';
import { RowProblem } from './RowProblem.ts';

/** The day in a cell that a row cannot be without. Throws RowProblem. */
export function requiredDay(cells: Cells, column: string): Day {
  const day = cells.day(column);
  if (day === undefined) throw new RowProblem(`${column} is empty.`);
  return day;
}

/** The minor units in a cell that a row cannot be without. Throws RowProblem. */
export function requiredAmount(cells: Cells, column: string, currency: string): bigint {
  const amount = cells.amount(column, currency);
  if (amount === undefined) throw new RowProblem(`${column} is empty.`);
  return amount;
}
