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
