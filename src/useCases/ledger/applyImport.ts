import type { Day } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { claimStagedRows, endImport } from '../../db/ledgerStaging.ts';
import type { LedgerFile } from '../../imports/openLedgerFile.ts';
import { type Applied, applyLedger } from './applyLedger.ts';
import { applyPayments } from './applyPayments.ts';
import type { CreditorChoice } from './ensureCreditor.ts';
import type { ImportOptions } from './ImportOptions.ts';
import { type ImportResult, noCounts } from './ImportResult.ts';
import { importSentences } from './importSentences.ts';
import { rowsAgain } from './rowsAgain.ts';
import type { StagedFile } from './stageFile.ts';

/** a million rows take a minute or two on a small machine */
const TIMEOUT_MS = 60 * 60_000;

export interface ReadyImport {
  readonly importId: string;
  readonly file: LedgerFile;
  readonly asOf: Day;
  readonly creditor: CreditorChoice;
  readonly staged: StagedFile;
}

/** Applies what was put aside, in one transaction with its audit row, or answers with the brake and changes nothing. */
export async function applyImport(options: ImportOptions, ready: ReadyImport): Promise<ImportResult> {
  const { db, workspace, now, memberId } = options;
  const { importId, file, asOf, creditor, staged } = ready;
  const { name: format, kind } = file.format;
  const applied = await db.transaction(
    async (tx): Promise<Applied> => {
      const scope: LedgerScope = {
        tx,
        importId,
        workspaceId: workspace.id,
        creditorId: creditor.id,
        asOf,
        now,
      };
      await claimStagedRows(scope, staged.staged);
      const outcome =
        kind === 'ledger' ? await applyLedger(scope, options, ready) : await applyPayments(scope, options);
      const summary = { ...countsOf(staged, outcome), brake: outcome.brake };
      await endImport(scope, outcome.brake.length > 0 ? 'brake' : 'applied', summary);
      await recordAudit(tx, {
        workspaceId: workspace.id,
        at: now,
        actor: memberId ?? 'cli',
        action: outcome.brake.length > 0 ? 'ledger_import_held_back' : 'ledger_imported',
        subjectKind: 'ledger_import',
        subjectId: importId,
        after: summary,
      });
      return outcome;
    },
    { timeoutMs: TIMEOUT_MS },
  );

  const refused = await rowsAgain(file, applied.refused);
  for (const row of refused) await options.onRejected?.(row, file.header);
  const rejected = [...staged.sample, ...refused].sort((a, b) => a.rowNumber - b.rowNumber);
  const result = {
    importId,
    status: applied.brake.length > 0 ? ('brake' as const) : ('applied' as const),
    format,
    kind,
    creditor: creditor.name,
    asOf,
    counts: countsOf(staged, applied),
    openInFile: applied.openInFile,
    rejected,
  };
  return { ...result, sentences: importSentences(result, applied, workspace.locale) };
}

function countsOf(staged: StagedFile, applied: Applied) {
  return {
    ...noCounts(),
    ...applied.counts,
    rows: staged.rows,
    ignored: staged.ignored,
    rejected: staged.rejected + applied.refused.length,
  };
}
