import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';

export interface DigestStanding {
  readonly posted: boolean;
  /** a ledger or bank file came in after its figures were worked out */
  readonly outdated: boolean;
}

const NOT_POSTED: DigestStanding = { posted: false, outdated: false };

const row = z.object({ kind: z.enum(['daily', 'weekly']), outdated: z.boolean() });

/** How the digest of a day, and that of the week from a Monday, stand. */
export async function digestStandings(
  tx: Queries,
  { workspaceId, day, monday }: { workspaceId: string; day: Day; monday: Day },
): Promise<{ daily: DigestStanding; weekly: DigestStanding }> {
  const rows = await tx.sql(row, standingsSql, [workspaceId, isoDay(day), isoDay(monday)]);
  const standing = (wanted: 'daily' | 'weekly') => {
    const found = rows.find(({ kind }) => kind === wanted);
    return found ? { posted: true, outdated: found.outdated } : NOT_POSTED;
  };
  return { daily: standing('daily'), weekly: standing('weekly') };
}

/** $1 workspace, $2 day, $3 Monday */
const standingsSql = `
SELECT d.kind, EXISTS (
  SELECT FROM ledger_import i
  WHERE i.workspace_id = $1 AND (i.status = 'applied' AND i.applied_at > (d.figures->>'at')::timestamptz OR i.undone_at > (d.figures->>'at')::timestamptz)
) AS outdated
FROM digest d
WHERE d.workspace_id = $1 AND ((d.kind = 'daily' AND d.for_on = $2::date) OR (d.kind = 'weekly' AND d.for_on = $3::date))`;
