import { dateOfDay } from '../../core/day.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { claimStagedRows, copyRows } from '../../db/ledgerStaging.ts';
import type { RejectedRow } from '../../imports/LedgerRow.ts';
import { countsOf, readFileOf } from './applyImport.ts';
import { type Applied, applyLedger } from './applyLedger.ts';
import { applyPayments } from './applyPayments.ts';
import { dayOfFile } from './dayOfFile.ts';
import type { ImportOptions } from './ImportOptions.ts';
import type { ImportResult } from './ImportResult.ts';
import { importSentences } from './importSentences.ts';
import { isNothingTaken } from './isNothingTaken.ts';
import { openImport } from './openImport.ts';
import { requireCreditor } from './requireCreditor.ts';
import { type StagedFile, stageFile } from './stageFile.ts';

/** a million rows take a minute or two on a small machine */
const TIMEOUT_MS = 10 * 60_000;
const SAMPLE = 20;

/** What an import would do: its sentences are of what would be changed. */
export interface ImportPreview
  extends Pick<ImportResult, 'kind' | 'creditor' | 'asOf' | 'counts' | 'sentences' | 'unmatched'> {
  /** what the accounts would be that it brings; undefined where it brings none */
  readonly kindOfNew: DebtorKind | undefined;
  /** why a manager would be asked, a sentence each */
  readonly brake: readonly string[];
  /** the first rows that cannot be taken; all are counted */
  readonly rejected: readonly Pick<RejectedRow, 'rowNumber' | 'reason'>[];
  /** when this very file was imported last; undefined where it was not, or was undone */
  readonly importedAt: Date | undefined;
}

/**
 * What an import would do, found out by doing it in a transaction that is rolled back: the figures are those of the import itself, nothing of the
 * ledger changes, and nothing is asked or kept. Where a manager would be asked, both the reasons and what would be changed after their
 * yes. One at a time: each holds a connection and the locks of an import. Throws what `importLedger` throws, and WhichCreditor.
 */
export function previewImport(options: ImportOptions): Promise<ImportPreview> {
  const mine = last.then(() => preview(options));
  last = mine.catch(() => {});
  return mine;
}

let last: Promise<unknown> = Promise.resolve();

async function preview(options: ImportOptions): Promise<ImportPreview> {
  const { db, workspace } = options;
  await requireCreditor(db, workspace.id, options.creditor);
  const opened = await openImport(options);
  try {
    const tried = await tryOut(options, opened);
    const agreed =
      tried.applied.brake.length > 0 ? await tryOut({ ...options, confirm: true }, opened) : tried;
    const { staged, applied } = agreed;
    const counts = countsOf(staged, applied);
    const { kind, name: format } = opened.file.format;
    const { creditor } = opened;
    const asOf = dayOfFile(opened.asOf, { given: options.asOf, kind, staged });
    const rejected = [...staged.sample, ...applied.refused]
      .sort((a, b) => a.rowNumber - b.rowNumber)
      .slice(0, SAMPLE)
      .map(({ rowNumber, reason }) => ({ rowNumber, reason }));
    const about = {
      importId: '',
      status: 'applied' as const,
      format,
      kind,
      creditor: creditor.name,
      asOf,
      counts,
    };
    const result = { ...about, openInFile: applied.openInFile, rejected: [] };
    const before = await db.prisma.ledgerImport.findFirst({
      where: { workspaceId: workspace.id, sha256: opened.source.sha256, status: 'applied' },
      orderBy: { appliedAt: 'desc' },
      select: { appliedAt: true },
    });
    return {
      ...{ kind, creditor: creditor.name, asOf, counts, rejected },
      sentences: importSentences(
        result,
        { ...applied, brake: [], read: readFileOf(kind, staged, counts) },
        workspace.locale,
      ),
      brake: isNothingTaken(staged) ? [] : tried.applied.brake,
      kindOfNew: counts.newDebtors > 0 ? applied.kindOfNew : undefined,
      unmatched: applied.unmatched,
      importedAt: before?.appliedAt ?? undefined,
    };
  } finally {
    await opened.dispose();
  }
}

/** Carries what was found out through the rollback. */
class RolledBack extends Error {
  constructor(readonly found: { readonly staged: StagedFile; readonly applied: Applied }) {
    super('rolled back');
  }
}

async function tryOut(options: ImportOptions, opened: Awaited<ReturnType<typeof openImport>>) {
  const work = async (tx: Tx): Promise<never> => {
    throw new RolledBack(await done(tx, options, opened));
  };
  try {
    return await options.db.transaction(work, { timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (error instanceof RolledBack) return error.found;
    throw error;
  }
}

async function done(
  tx: Tx,
  options: ImportOptions,
  { source, file, asOf, creditor }: Awaited<ReturnType<typeof openImport>>,
) {
  const { workspace, now } = options;
  const importId = newId('imp');
  const { name: format, kind } = file.format;
  const ids = { id: importId, workspaceId: workspace.id, creditorId: creditor.id };
  const about = { fileName: source.name, sha256: source.sha256, format, kind, asOf: dateOfDay(asOf) };
  await tx.prisma.ledgerImport.create({ data: { ...ids, ...about, status: 'staged', startedAt: now } });
  const { workspaceId, creditorId } = ids;
  const staged = await stageFile({}, file, asOf, (rows) =>
    copyRows(tx.connection, { workspaceId, importId }, rows),
  );
  const scope: LedgerScope = { tx, importId, workspaceId, creditorId, asOf, now };
  await claimStagedRows(scope, { expected: staged.staged, status: 'staged' });
  const quiet = { ...options, onProgress: undefined };
  const apply = kind === 'ledger' ? applyLedger : applyPayments;
  const applied = await apply(scope, quiet, { staged });
  return { staged, applied };
}
