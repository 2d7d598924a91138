import { type Day, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';
import { idRow } from './idRow.ts';

/** Requests for approval whose last day is over. */
export async function expiredApprovals(
  tx: Queries,
  { workspaceId, today }: { workspaceId: string; today: Day },
): Promise<string[]> {
  const rows = await tx.sql(
    idRow,
    `SELECT id FROM approval WHERE workspace_id = $1 AND state IN ('open', 'approved') AND usable_until < $2::date`,
    [workspaceId, isoDay(today)],
  );
  return rows.map(({ id }) => id);
}

/** Approved requests whose grace window is over, the earliest first. */
export async function usableApprovals(
  tx: Queries,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<string[]> {
  const rows = await tx.sql(
    idRow,
    `SELECT id FROM approval WHERE workspace_id = $1 AND state = 'approved' AND grace_until <= $2::timestamptz
     ORDER BY grace_until`,
    [workspaceId, now],
  );
  return rows.map(({ id }) => id);
}

/** Requests whose reactions say something: those that are open or approved, and those whose notice is on its way. */
export async function comparableApprovals(
  tx: Queries,
  { workspaceId, among }: { workspaceId: string; among: readonly string[] | undefined },
): Promise<string[]> {
  const rows = await tx.sql(
    idRow,
    `SELECT id FROM approval WHERE workspace_id = $1 AND ($2::text[] IS NULL OR id = ANY($2))
       AND (state IN ('open', 'approved') OR (state = 'used' AND ended_at IS NULL)) ORDER BY id`,
    [workspaceId, among ?? null],
  );
  return rows.map(({ id }) => id);
}
