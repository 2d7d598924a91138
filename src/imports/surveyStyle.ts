import { columnKey } from './columnKey.ts';
import type { FileSource } from './FileSource.ts';
import type { FileStyle } from './FileStyle.ts';
import { type DecimalMark, provenMark } from './fileAmount.ts';
import { type DateOrder, provenOrder } from './fileDay.ts';
import { readRecords } from './readRecords.ts';
import type { Recognised } from './recognise.ts';

/**
 * How this file writes dates and amounts, decided over all its values where the format leaves it open: most proofs win, and
 * without any `usualOrder` and the decimal point stand.
 */
export async function surveyStyle(
  source: FileSource,
  recognised: Recognised,
  usualOrder: DateOrder,
): Promise<FileStyle> {
  const { format, header } = recognised;
  const fixed = 'fixed' in format.dates ? format.dates.fixed : undefined;
  if (fixed && format.pointDecimals) return { dateOrder: fixed, decimalMarks: new Map() };

  const index = new Map(header.map((name, at) => [columnKey(name), at]));
  const dateCells = format.dateColumns.flatMap((column) => index.get(columnKey(column)) ?? []);
  const amountCells = format.amountColumns.flatMap((column) => {
    const at = index.get(columnKey(column));
    return at === undefined ? [] : [{ key: columnKey(column), at, votes: { '.': 0, ',': 0 } }];
  });
  const orders: Record<DateOrder, number> = { dmy: 0, mdy: 0 };
  for await (const { rowNumber, cells, broken } of readRecords(source, recognised.delimiter)) {
    if (broken || rowNumber <= recognised.headerRow) continue;
    for (const at of dateCells) {
      const order = provenOrder(cells[at]?.trim() ?? '');
      if (order) orders[order]++;
    }
    for (const { at, votes } of amountCells) {
      const mark = provenMark(cells[at]?.trim() ?? '');
      if (mark) votes[mark]++;
    }
  }
  const usual = ('usual' in format.dates ? format.dates.usual : undefined) ?? usualOrder;
  const found = orders.dmy === orders.mdy ? usual : orders.dmy > orders.mdy ? 'dmy' : 'mdy';
  return {
    dateOrder: fixed ?? found,
    decimalMarks: new Map(
      amountCells.map(({ key, votes }): [string, DecimalMark] => [key, votes[','] > votes['.'] ? ',' : '.']),
    ),
  };
}
