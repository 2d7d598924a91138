import { z } from 'zod';
import type { Queries } from './client.ts';

const nextRow = z.object({ at: z.date().nullable() });

/** The earliest instant at which stored work of started workspaces falls due; undefined when nothing waits. */
export async function nextStoredDue(tx: Queries): Promise<Date | undefined> {
  const rows = await tx.sql(nextRow, nextSql);
  return rows[0]?.at ?? undefined;
}

const nextSql = `
SELECT least(
  (SELECT min(d.next_review_at) FROM debtor d JOIN workspace w ON w.id = d.workspace_id WHERE w.started_at IS NOT NULL),
  (SELECT min(p.answer_by) FROM prompt p JOIN workspace w ON w.id = p.workspace_id
    WHERE p.state = 'open' AND p.escalation < 3 AND w.started_at IS NOT NULL),
  (SELECT min(p.snoozed_until) FROM prompt p JOIN workspace w ON w.id = p.workspace_id
    WHERE p.state = 'open' AND w.started_at IS NOT NULL),
  (SELECT min(a.grace_until) FROM approval a WHERE a.state = 'approved'),
  (SELECT min((a.usable_until + 1)::timestamp AT TIME ZONE w.zone) FROM approval a JOIN workspace w ON w.id = a.workspace_id
    WHERE a.state IN ('open','approved'))
) AS at`;
