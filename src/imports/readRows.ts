import { Cells } from './Cells.ts';
import { columnKey } from './columnKey.ts';
import type { FileSource } from './FileSource.ts';
import type { FileStyle } from './FileStyle.ts';
import type { LedgerFormat } from './LedgerFormat.ts';
import type { InvoiceRow, ReadRow } from './LedgerRow.ts';
import { RowProblem } from './RowProblem.ts';
import { readRecords } from './readRecords.ts';
import type { Recognised } from './recognise.ts';

/** The rows of a recognised file, in order and in bounded memory; wrong ones as rejected rows. */
export async function* readRows(
  source: FileSource,
  recognised: Recognised,
  style: FileStyle,
  currency: string | undefined,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<ReadRow> {
  const { format } = recognised;
  const columns = new Map(recognised.header.map((name, at) => [columnKey(name), at]));
  for await (const record of readRecords(source, recognised.delimiter, onBytes)) {
    const { rowNumber, cells, broken } = record;
    const isBlank = cells.length > 0 && cells.every((cell) => cell.trim() === '');
    if (broken && !isBlank) yield { type: 'rejected', rowNumber, reason: broken, cells, toEnd: true };
    if (broken || isBlank || rowNumber <= recognised.headerRow) continue;
    const row = rowOf(format, new Cells(rowNumber, cells, columns, style, currency));
    if (row) yield row;
  }
}

function rowOf(format: LedgerFormat, cells: Cells): ReadRow | undefined {
  try {
    const row = format.row(cells);
    if (row === 'furniture') return undefined;
    if (row === 'ignored') return { type: 'ignored', rowNumber: cells.rowNumber };
    if (row.type === 'invoice') checkAmounts(row);
    return row;
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const number = format.invoiceColumn === undefined ? '' : cells.text(format.invoiceColumn);
    return {
      type: 'rejected',
      rowNumber: cells.rowNumber,
      reason: error.message,
      cells: cells.raw,
      ...(number && number.length <= 200 ? { number } : {}),
    };
  }
}

function checkAmounts({ amount, outstanding }: InvoiceRow): void {
  if (amount === undefined || outstanding === undefined) return;
  if (amount < 0n ? outstanding > 0n || outstanding < amount : outstanding < 0n || outstanding > amount) {
    throw new RowProblem('What is open is more than the whole amount, or of the other sign.');
  }
}
