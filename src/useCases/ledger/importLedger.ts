import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { dropStagedRows, failImport } from '../../db/ledgerStaging.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { openFileSource } from '../../imports/FileSource.ts';
import { type LedgerFile, openLedgerFile } from '../../imports/openLedgerFile.ts';
import { applyImport } from './applyImport.ts';
import { ensureCreditor } from './ensureCreditor.ts';
import type { ImportOptions } from './ImportOptions.ts';
import type { ImportResult } from './ImportResult.ts';
import { stageFile } from './stageFile.ts';

/**
 * Brings a ledger or bank file in. Rows are read and put aside first, then applied in one transaction, so that whatever breaks
 * in between leaves nothing half done and the same call can be made again; the same file again changes nothing. What
 * would close too much, contradicts the control total or turns back a newer ledger is not applied but answered as `brake`,
 * until it is called with `confirm`. Wrong rows are left out and reported. Throws DulyError for a file that cannot be taken at all
 * (see `openFileSource`, `openLedgerFile`), or an as-of date in the future.
 */
export async function importLedger(options: ImportOptions): Promise<ImportResult> {
  const { db, workspace, now } = options;
  const source = await openFileSource(options.file);
  try {
    const file = await openLedgerFile(source, {
      map: options.map,
      currency: options.currency ?? workspace.currency,
      usualOrder: workspace.country === 'US' ? 'mdy' : 'dmy',
    });
    const asOf = asOfDay(options, file);
    const creditor = await ensureCreditor(db, workspace, options.creditor, now);
    await dropStagedRows(db, workspace.id, creditor.id);
    const importId = newId('imp');
    await db.prisma.ledgerImport.create({
      data: {
        id: importId,
        workspaceId: workspace.id,
        creditorId: creditor.id,
        fileName: source.name,
        sha256: source.sha256,
        format: file.format.name,
        kind: file.format.kind,
        asOf: dateOfDay(asOf),
        status: 'staged',
        memberId: options.memberId ?? null,
        startedAt: now,
      },
    });
    try {
      const staged = await stageFile(options, file, importId, asOf);
      return await applyImport(options, { importId, format: file.format, file, asOf, creditor, staged });
    } catch (error) {
      // where the database is away the next import of this ledger clears up
      await failImport(db, workspace.id, importId).catch(() => {});
      throw error;
    }
  } finally {
    await source.dispose();
  }
}

function asOfDay({ workspace, now, asOf }: ImportOptions, file: LedgerFile): Day {
  const today = todayOf(workspace, now);
  if (asOf !== undefined && asOf > today) {
    const sentence = `${isoDay(asOf)} has not come yet: a ledger can be taken as of today (${isoDay(today)}) or before.`;
    throw new DulyError('as_of_future', sentence, sentence);
  }
  // a report made where it is tomorrow already is fresh as of today
  return asOf ?? (file.ownDate !== undefined && file.ownDate < today ? file.ownDate : today);
}
