import { DulyError } from '../../core/DulyError.ts';
import { dayOfDate } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { undoRefusal } from '../../core/undoRefusal.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { LedgerScope } from '../../db/ledgerScope.ts';
import { withdrawImportedSteps } from '../../db/ledgerSteps.ts';
import { restoreAccounts } from '../../db/undoAccounts.ts';
import { restoreInvoices, restoreSmallerAmounts, voidInvoices } from '../../db/undoItems.ts';
import { bookBack, takePaymentsBack } from '../../db/undoMoney.ts';
import { claimForUndo, endUndo, laterImports, lockTouched, promisesOfVoid } from '../../db/undoScope.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { recordVerdict } from '../promises/recordVerdict.ts';
import { items } from './importSentences.ts';
import { actedOn, againStanding, importNotFound, importToUndo, type Undoing } from './undoPreview.ts';
import { undoSentence } from './undoSentences.ts';

/** a million rows take a minute or two on a small machine */
const TIMEOUT_MS = 60 * 60_000;

export interface UndoResult {
  readonly importId: string;
  readonly fileName: string;
  /** what was taken back, and what was acted on since, for people */
  readonly sentences: readonly string[];
}

/**
 * Takes an import back, in one transaction: reversing entries for its money, on the days of what they reverse; due dates, amounts, names and
 * missing marks as they were, where nothing changed them since; what it closed is open again, and what it brought is void. The same file or
 * a corrected one can be imported afterwards. Only the last import of a creditor that stands, until the end of the next business
 * day. Throws DulyError `not_allowed` unless a manager asks, or the command line (no `member`); `import_not_found`, and
 * `import_not_undone` with the reason.
 */
export async function undoImport(
  db: Db,
  undoing: Undoing & {
    readonly member?: Member | undefined;
    readonly onProgress?: ((step: number) => void) | undefined;
  },
): Promise<UndoResult> {
  const { workspace, member, now } = undoing;
  if (member) requireMay(member, 'manage');
  const { id: importId } = await importToUndo(db, undoing);
  return db.transaction(
    async (tx) => {
      const scope = await claim(tx, { workspace, importId, now });
      const { fileName, summary } = scope.row;
      await lockTouched(scope);
      const acted = await actedOn(tx, undoing, scope.row);
      const again = await againStanding(tx, undoing, { importId, done: 'did' });
      undoing.onProgress?.(1);
      await takePaymentsBack(scope);
      undoing.onProgress?.(2);
      await restoreInvoices(scope);
      const leftWhereUsed = await bookBack(scope);
      await restoreSmallerAmounts(scope);
      undoing.onProgress?.(3);
      const voided = await voidInvoices(scope);
      const emailsLeft = await restoreAccounts(scope);
      await withdrawImportedSteps(scope);
      const promises = await cancelPromises(tx, scope, workspace);
      await endUndo(scope, member?.id ?? null);
      await recordAudit(tx, {
        workspaceId: workspace.id,
        at: now,
        actor: member?.id ?? 'cli',
        action: 'ledger_import_undone',
        subjectKind: 'ledger_import',
        subjectId: importId,
        after: { voided, leftWhereUsed, emailsLeft, promises },
      });
      undoing.onProgress?.(4);
      return {
        importId,
        fileName,
        sentences: [
          undoSentence(summary, 'did'),
          ...again,
          ...leftSentences({ leftWhereUsed, emailsLeft, promises }),
          ...acted,
        ],
      };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function claim(
  tx: Tx,
  of: { workspace: WorkspaceContext; importId: string; now: Date },
): Promise<LedgerScope & { row: Awaited<ReturnType<typeof importToUndo>> }> {
  const { workspace, importId, now } = of;
  const claimed = await claimForUndo(tx, { workspaceId: workspace.id, importId, now });
  if (!claimed) throw importNotFound(importId);
  const { row, scope } = claimed;
  const undoUntil = row.undoUntil ? dayOfDate(row.undoUntil) : undefined;
  const laterFiles = await laterImports(tx, row);
  const { status, fileName } = row;
  const refusal = undoRefusal({ status, fileName, undoUntil, laterFiles }, todayOf(workspace, now));
  if (refusal)
    throw new DulyError('import_not_undone', `import ${importId} is not undone: ${refusal}`, refusal);
  return { ...scope, row };
}

/** Nobody is asked to keep a promise for items that are void. */
async function cancelPromises(tx: Tx, scope: LedgerScope, workspace: WorkspaceContext): Promise<number> {
  const ids = await promisesOfVoid(scope);
  for (const id of ids) {
    const promise = await tx.prisma.promise.findUniqueOrThrow({ where: { id } });
    const { debtorId } = promise;
    const verdict = { promise, state: 'cancelled' as const, received: 0n, rests: true };
    await recordVerdict(tx, { workspace, debtorId, ...verdict, now: scope.now });
  }
  return ids.length;
}

function leftSentences(left: { leftWhereUsed: number; emailsLeft: number; promises: number }): string[] {
  const { leftWhereUsed, emailsLeft, promises } = left;
  return [
    ...(leftWhereUsed > 0
      ? [`${items(leftWhereUsed, 'credit')} or payment that it had set free was used since and stays there.`]
      : []),
    ...(emailsLeft > 0
      ? [`${items(emailsLeft, 'email address')} that came with it stay: they were used or changed since.`]
      : []),
    ...(promises > 0
      ? [
          `${items(promises, 'promise')} for items that are void now ${promises === 1 ? 'is' : 'are'} cancelled: record what still holds again.`,
        ]
      : []),
  ];
}
