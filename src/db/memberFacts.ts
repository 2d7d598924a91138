import { z } from 'zod';
import { isoDay } from '../core/day.ts';
import type { Role } from '../core/policy.ts';
import type { MemberFact } from '../core/rightPerson.ts';
import { instantAt } from '../core/zone.ts';
import type { Queries } from './client.ts';
import { todayOf, type WorkspaceContext } from './workspaceContext.ts';

/** The workspace's members as the choice of the right person needs them: role, absence, and how much they have to do. */
export async function loadMemberFacts(
  tx: Queries,
  workspace: WorkspaceContext,
  now: Date,
): Promise<MemberFact[]> {
  const today = todayOf(workspace, now);
  const dayBegan = instantAt(today, '00:00', workspace.zone);
  const rows = await tx.sql(row, membersSql, [workspace.id, isoDay(today), dayBegan]);
  return rows.map((member) => ({
    id: member.id,
    role: member.role as Role,
    away: member.away,
    left: member.has_left,
    deputyId: member.deputy_id ?? undefined,
    capacity: member.capacity,
    promptsToday: member.given,
    openPrompts: member.open,
  }));
}

const row = z.object({
  id: z.string(),
  role: z.string(),
  away: z.boolean(),
  has_left: z.boolean(),
  deputy_id: z.string().nullable(),
  capacity: z.number(),
  given: z.number(),
  open: z.number(),
});

/** $1 workspace, $2 today, $3 when its day began */
const membersSql = `
SELECT m.id, m.role, m.left_at IS NOT NULL AS has_left, m.deputy_id, m.capacity,
  m.away_until IS NOT NULL AND $2::date BETWEEN coalesce(m.away_from, '-infinity') AND m.away_until AS away,
  (SELECT count(*)::int FROM prompt p
    WHERE p.workspace_id = $1 AND p.member_id = m.id AND coalesce(p.given_at, p.opened_at) >= $3::timestamptz) AS given,
  (SELECT count(*)::int FROM prompt p
    WHERE p.workspace_id = $1 AND p.member_id = m.id AND p.state = 'open') AS open
FROM member m WHERE m.workspace_id = $1`;
