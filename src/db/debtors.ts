import { DulyError } from '../core/DulyError.ts';
import type { Debtor } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';
import { idRow } from './idRow.ts';

/**
 * Locks the debtor until the transaction ends, so that its facts are changed and decided by one at a time. Throws
 * DulyError `debtor_not_found` for an id that this workspace does not have.
 */
export async function lockDebtor(tx: Tx, workspaceId: string, debtorId: string): Promise<void> {
  const rows = await tx.sql(idRow, 'SELECT id FROM debtor WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [
    workspaceId,
    debtorId,
  ]);
  if (rows.length === 0) throw debtorNotFound(workspaceId, debtorId);
}

/**
 * Locks those of these debtors that nobody else has until the transaction ends, waiting for nobody, in the order in which everybody
 * locks several; answers their ids.
 */
export async function lockFreeDebtors(
  tx: Tx,
  workspaceId: string,
  debtorIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql(
    idRow,
    'SELECT id FROM debtor WHERE workspace_id = $1 AND id = ANY($2::text[]) ORDER BY id FOR UPDATE SKIP LOCKED',
    [workspaceId, [...debtorIds]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The account with that id. Throws DulyError `debtor_not_found` for one of another workspace. */
export async function debtorOf(tx: Queries, workspaceId: string, debtorId: string): Promise<Debtor> {
  const debtor = await tx.prisma.debtor.findFirst({ where: { id: debtorId, workspaceId } });
  if (!debtor) throw debtorNotFound(workspaceId, debtorId);
  return debtor;
}

/** What is said where an account is not there, or is another workspace's. */
export function debtorNotFound(workspaceId: string, debtorId: string): DulyError {
  return new DulyError(
    'debtor_not_found',
    `no debtor ${debtorId} in workspace ${workspaceId}`,
    'I do not know this account. It may have been removed; find it again with `/debt show`.',
  );
}

/** When the policy looks at this debtor next; null: not before one of its facts changes. */
export async function setNextReview(
  tx: Queries,
  workspaceId: string,
  debtorId: string,
  at: Date | null,
): Promise<void> {
  await setNextReviews(tx, workspaceId, new Map([[debtorId, at]]));
}

/** The same of several, each by its id. */
export async function setNextReviews(
  tx: Queries,
  workspaceId: string,
  reviews: ReadonlyMap<string, Date | null>,
): Promise<void> {
  if (reviews.size === 0) return;
  await tx.execute(
    `UPDATE debtor d SET next_review_at = next.at FROM unnest($2::text[], $3::timestamptz[]) AS next (id, at)
     WHERE d.workspace_id = $1 AND d.id = next.id`,
    [workspaceId, [...reviews.keys()], [...reviews.values()]],
  );
}

/** Has the policy look at this debtor at the next heartbeat. */
export async function reviewSoon(tx: Tx, workspaceId: string, debtorId: string, now: Date): Promise<void> {
  await setNextReview(tx, workspaceId, debtorId, now);
}

/** Has the policy look at every debtor who owes something, or whose time would have come later, at the next heartbeat. */
export async function reviewAllSoon(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  await tx.execute(
    `UPDATE debtor d SET next_review_at = $2::timestamptz WHERE d.workspace_id = $1 AND (d.next_review_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding > 0))`,
    [workspaceId, now],
  );
}

/** Has the policy look at the debtors whose requests for approval are open or approved at the next heartbeat: who may decide on them has changed. */
export async function reviewAwaitingApproval(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  await tx.execute(
    `UPDATE debtor d SET next_review_at = $2::timestamptz WHERE d.workspace_id = $1 AND EXISTS (
       SELECT 1 FROM approval a WHERE a.workspace_id = $1 AND a.debtor_id = d.id AND a.state IN ('open', 'approved'))`,
    [workspaceId, now],
  );
}
