import { newId } from '../../core/newId.ts';
import { dropNewCreditor } from '../../db/dropNewCreditor.ts';
import { beginImport, failImport, stageRows } from '../../db/ledgerStaging.ts';
import { applyImport, type ReadyImport, readFileOf } from './applyImport.ts';
import { dayOfFile } from './dayOfFile.ts';
import type { ImportOptions } from './ImportOptions.ts';
import { type ImportResult, noCounts } from './ImportResult.ts';
import { importSentences } from './importSentences.ts';
import { isNothingTaken } from './isNothingTaken.ts';
import { openImport } from './openImport.ts';
import { stageFile } from './stageFile.ts';

/**
 * Brings a ledger or bank file in. Rows are read and put aside first, then applied in one transaction, so that whatever breaks
 * in between leaves nothing half done and the same call can be made again; the same file again changes nothing. What
 * would close too much, contradicts the control total, turns back a newer ledger or could not be read to its end is not applied but
 * answered as `brake`, until it is called with `confirm`. Wrong rows are left out and reported; a file of nothing else is `refused`. Throws DulyError for a file that cannot be taken at all
 * (see `openImport`).
 */
export async function importLedger(options: ImportOptions): Promise<ImportResult> {
  const { db, workspace, now } = options;
  const { source, file, asOf, creditor, dispose } = await openImport(options);
  try {
    const importId = newId('imp');
    const giveUp = async () => {
      await failImport(db, workspace.id, importId);
      if (creditor.isNew) await dropNewCreditor(db, workspace.id, creditor.id);
    };
    await beginImport(db, {
      ...{ importId, workspaceId: workspace.id, creditorId: creditor.id, asOf, now },
      file: { name: source.name, sha256: source.sha256, format: file.format.name, kind: file.format.kind },
      memberId: options.memberId,
    });
    try {
      const staged = await stageFile(options, file, asOf, (rows) =>
        stageRows(db, { workspaceId: workspace.id, importId }, rows),
      );
      const { format } = file;
      const day = dayOfFile(asOf, { given: options.asOf, kind: format.kind, staged });
      const ready = { importId, format, file, asOf: day, creditor, staged };
      if (isNothingTaken(staged)) {
        await giveUp();
        return refused(options, ready);
      }
      const result = await applyImport(options, ready);
      if (!creditor.isNew) return result;
      return { ...result, sentences: [`New creditor: ${creditor.name}.`, ...result.sentences] };
    } catch (error) {
      // where the database is away the next import of this ledger clears up
      await giveUp().catch(() => {});
      throw error;
    }
  } finally {
    await dispose();
  }
}

function refused(
  { workspace }: ImportOptions,
  { importId, format, asOf, creditor, staged }: ReadyImport,
): ImportResult {
  const { name, kind } = format;
  const counts = { ...noCounts(), rows: staged.rows, rejected: staged.rejected };
  const result = {
    ...{ importId, status: 'refused' as const, format: name, kind, creditor: creditor.name, asOf },
    ...{ counts, openInFile: [], rejected: staged.sample, unmatched: [] },
  };
  const read = readFileOf(kind, staged, counts);
  const sentences = importSentences(result, { brake: [], unmatched: [], read }, workspace.locale);
  return { ...result, sentences };
}
