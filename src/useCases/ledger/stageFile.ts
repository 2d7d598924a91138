import type { Day } from '../../core/day.ts';
import type { StagedRow } from '../../db/ledgerStaging.ts';
import type { RejectedRow } from '../../imports/LedgerRow.ts';
import type { LedgerFile } from '../../imports/openLedgerFile.ts';
import type { ImportOptions } from './ImportOptions.ts';
import { stagedRow } from './stagedRow.ts';

/** What came of reading a file. */
export interface StagedFile {
  /** rows put aside, markers of unreadable invoices included */
  readonly staged: number;
  readonly rows: number;
  readonly ignored: number;
  readonly rejected: number;
  readonly sample: RejectedRow[];
  /** the file was read to its end, so that what it does not show is not in it */
  readonly whole: boolean;
  /** the last value date of a bank statement's lines */
  readonly lastOn?: Day | undefined;
}

const SAMPLE = 20;
const BYTES_PER_PROGRESS = 1 << 20;

/**
 * Reads the file once and puts its rows aside under the import, by `copy`: for good with `stageRows`, for a transaction with
 * `copyRows`. Rejected ones go to `onRejected`.
 */
export async function stageFile(
  { onProgress, onRejected }: Pick<ImportOptions, 'onProgress' | 'onRejected'>,
  file: LedgerFile,
  asOf: Day,
  copy: (rows: AsyncIterable<{ rowNumber: number; data: StagedRow }>) => Promise<number>,
): Promise<StagedFile> {
  let rows = 0;
  let ignored = 0;
  let rejected = 0;
  let whole = true;
  let told = 0;
  let lastOn: Day | undefined;
  const sample: RejectedRow[] = [];
  const total = file.source.size;
  const heard = (bytes: number) => {
    if (bytes - told < BYTES_PER_PROGRESS && bytes < total) return;
    told = bytes;
    onProgress?.({ phase: 'reading', done: bytes, total });
  };

  async function* readable(): AsyncGenerator<{ rowNumber: number; data: StagedRow }> {
    for await (const row of file.rows(heard)) {
      rows++;
      if (row.type === 'rejected') {
        rejected++;
        // of what could not be read any more the first row says why
        if (sample.length < SAMPLE && whole) sample.push(row);
        if (row.toEnd) whole = false;
        await onRejected?.(row, file.header);
        // an invoice that cannot be read is in the file all the same, so it is not missing
        if (row.number) yield { rowNumber: row.rowNumber, data: { type: 'seen', number: row.number } };
        continue;
      }
      if (row.type === 'bank' && (lastOn === undefined || row.valueOn > lastOn)) lastOn = row.valueOn;
      const data = row.type === 'ignored' ? 'later' : stagedRow(row, asOf, file.format.knowsSettlements);
      if (data === 'later') ignored++;
      else yield { rowNumber: row.rowNumber, data };
    }
  }

  const staged = await copy(readable());
  return { staged, rows, ignored, rejected, sample, whole, lastOn };
}
