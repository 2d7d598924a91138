import { addBusinessDays } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import { makesPaymentsKnown, type ReadFile } from '../../core/makesPaymentsKnown.ts';
import { analyzeBook } from '../../db/analyzeBook.ts';
import { recordAudit } from '../../db/audit.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { claimStagedRows, endImport } from '../../db/ledgerStaging.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { FormatName } from '../../imports/LedgerFormat.ts';
import type { LedgerFile } from '../../imports/openLedgerFile.ts';
import { type Applied, applyLedger } from './applyLedger.ts';
import { applyPayments } from './applyPayments.ts';
import type { CreditorChoice } from './ensureCreditor.ts';
import { heldOf } from './HeldImport.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import { type ImportResult, noCounts } from './ImportResult.ts';
import { importSentences } from './importSentences.ts';
import { overtakeHeldImports } from './overtakeHeldImports.ts';
import { rowsAgain } from './rowsAgain.ts';
import { showHeldImport } from './showHeldImport.ts';
import type { StagedFile } from './stageFile.ts';

/** a million rows take a minute or two on a small machine */
const TIMEOUT_MS = 60 * 60_000;

/** So many new invoices change what is worth knowing about the tables. */
const MANY = 1_000;

/** business days after the one on which it is applied, until the end of which an import may be undone */
const UNDO_DAYS = 1;

export interface ReadyImport {
  readonly importId: string;
  readonly format: { readonly name: FormatName; readonly kind: 'ledger' | 'payments' };
  /** where it is at hand: rows that are refused are shown with their cells */
  readonly file?: LedgerFile | undefined;
  /** it was held back, and a manager has it applied after all */
  readonly wasHeld?: boolean;
  readonly asOf: Day;
  readonly creditor: CreditorChoice;
  readonly staged: StagedFile;
}

/**
 * Applies what was put aside, in one transaction with its audit row. With reasons for the brake it changes nothing of the ledger: the rows stay
 * aside, and a manager is asked in Slack.
 */
export async function applyImport(options: ApplyOptions, ready: ReadyImport): Promise<ImportResult> {
  const { db, workspace, now, memberId } = options;
  const { importId, file, asOf, creditor, staged, wasHeld = false } = ready;
  const { name: format, kind } = ready.format;
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
      const claim = { expected: staged.staged, status: wasHeld ? 'brake' : 'staged' } as const;
      const { othersWait } = await claimStagedRows(scope, claim);
      const apply = kind === 'ledger' ? applyLedger : applyPayments;
      const outcome = await apply(scope, options, ready);
      const counts = { ...countsOf(staged, outcome), brake: outcome.brake };
      const isHeld = outcome.brake.length > 0;
      const summary = {
        ...counts,
        ...(outcome.currencies && { currencies: outcome.currencies }),
        ...(isHeld && { held: heldOf(options, staged, outcome) }),
        ...(wasHeld && !isHeld && { decidedBy: memberId }),
      };
      const undoUntil = addBusinessDays(workspace.calendar, todayOf(workspace, now), UNDO_DAYS);
      const makesKnown = makesPaymentsKnown(readFileOf(kind, staged, counts));
      await endImport(scope, isHeld ? 'brake' : 'applied', { summary, undoUntil, makesKnown });
      // held back it takes the place of nothing but the same file: it may be discarded itself
      const overtakes = { workspace, kind, openInFile: isHeld ? [] : outcome.openInFile };
      if (othersWait) await overtakeHeldImports(scope, overtakes);
      if (isHeld || wasHeld) await showHeldImport(tx, { workspace, importId, now });
      await recordAudit(tx, {
        workspaceId: workspace.id,
        at: now,
        actor: memberId ?? 'cli',
        action: isHeld ? 'ledger_import_held_back' : 'ledger_imported',
        subjectKind: 'ledger_import',
        subjectId: importId,
        after: counts,
      });
      return outcome;
    },
    { timeoutMs: TIMEOUT_MS },
  );

  if ((applied.counts.new ?? 0) >= MANY) await analyzeBook(db);
  const refused = file
    ? await rowsAgain(file, applied.refused)
    : applied.refused.map((row) => ({ type: 'rejected' as const, ...row, cells: [] }));
  for (const row of refused) await options.onRejected?.(row, file?.header ?? []);
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
  const { unmatched } = applied;
  const read = readFileOf(kind, staged, result.counts);
  return { ...result, unmatched, sentences: importSentences(result, { ...applied, read }, workspace.locale) };
}

/** How much of a file was taken. */
export function readFileOf(
  kind: ReadFile['kind'],
  { whole }: StagedFile,
  { rows, ignored, rejected }: Pick<ImportResult['counts'], 'rows' | 'ignored' | 'rejected'>,
): ReadFile {
  return { kind, rows: rows - ignored, rejected, whole };
}

/** All of a file's numbers: of reading it, and of applying it. */
export function countsOf(staged: StagedFile, applied: Applied) {
  return {
    ...noCounts(),
    ...applied.counts,
    rows: staged.rows,
    ignored: staged.ignored,
    rejected: staged.rejected + applied.refused.length,
  };
}
