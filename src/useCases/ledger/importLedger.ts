import { newId } from '../../core/newId.ts';
import { beginImport, dropStagedRows, failImport, stageRows } from '../../db/ledgerStaging.ts';
import { applyImport } from './applyImport.ts';
import { dayOfFile } from './dayOfFile.ts';
import type { ImportOptions } from './ImportOptions.ts';
import type { ImportResult } from './ImportResult.ts';
import { openImport } from './openImport.ts';
import { stageFile } from './stageFile.ts';

/**
 * Brings a ledger or bank file in. Rows are read and put aside first, then applied in one transaction, so that whatever breaks
 * in between leaves nothing half done and the same call can be made again; the same file again changes nothing. What
 * would close too much, contradicts the control total or turns back a newer ledger is not applied but answered as `brake`,
 * until it is called with `confirm`. Wrong rows are left out and reported. Throws DulyError for a file that cannot be taken at all
 * (see `openImport`).
 */
export async function importLedger(options: ImportOptions): Promise<ImportResult> {
  const { db, workspace, now } = options;
  const { source, file, asOf, creditor, dispose } = await openImport(options);
  try {
    await dropStagedRows(db, workspace.id, creditor.id);
    const importId = newId('imp');
    await beginImport(db, {
      ...{ importId, workspaceId: workspace.id, creditorId: creditor.id, asOf, now },
      file: { name: source.name, sha256: source.sha256, format: file.format.name, kind: file.format.kind },
      memberId: options.memberId,
    });
    try {
      const staged = await stageFile(options, file, asOf, (rows) => stageRows(db, importId, rows));
      const { format } = file;
      const day = dayOfFile(asOf, { given: options.asOf, kind: format.kind, staged });
      return await applyImport(options, { importId, format, file, asOf: day, creditor, staged });
    } catch (error) {
      // where the database is away the next import of this ledger clears up
      await failImport(db, workspace.id, importId).catch(() => {});
      throw error;
    }
  } finally {
    await dispose();
  }
}
