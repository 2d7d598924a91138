import type { RejectedRow } from '../../imports/LedgerRow.ts';
import type { LedgerFile } from '../../imports/openLedgerFile.ts';
import { readRecords } from '../../imports/readRecords.ts';

/** Rows that were refused only when they met the ledger, with their cells, which are read from the file once more. */
export async function rowsAgain(
  file: LedgerFile,
  refused: readonly { rowNumber: number; reason: string }[],
): Promise<RejectedRow[]> {
  if (refused.length === 0) return [];
  const reasons = new Map(refused.map(({ rowNumber, reason }) => [rowNumber, reason]));
  const rows: RejectedRow[] = [];
  for await (const { rowNumber, cells } of readRecords(file.source, file.delimiter)) {
    const reason = reasons.get(rowNumber);
    if (reason === undefined) continue;
    rows.push({ type: 'rejected', rowNumber, reason, cells });
    if (rows.length === reasons.size) break;
  }
  return rows;
}
