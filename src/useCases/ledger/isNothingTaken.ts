import type { ImportCounts } from './ImportResult.ts';

/** Whether a file has rows that are part of the ledger and none of them can be taken, so that there is nothing to import. */
export function isNothingTaken({
  rows,
  ignored,
  rejected,
}: Pick<ImportCounts, 'rows' | 'ignored' | 'rejected'>): boolean {
  return rejected > 0 && rejected === rows - ignored;
}
