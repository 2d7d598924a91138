import { z } from 'zod';
import type { Queries } from './client.ts';

/** What a member did in a stretch of time; what was taken back does not count. */
export interface MemberActivity {
  readonly name: string;
  readonly calls: number;
  /** calls that reached the person who decides */
  readonly rightParty: number;
  /** written messages sent */
  readonly reminders: number;
  readonly promises: number;
}

const row = z
  .object({
    name: z.string(),
    calls: z.number(),
    right_party: z.number(),
    reminders: z.number(),
    promises: z.number(),
  })
  .transform(({ right_party, ...rest }) => ({ ...rest, rightParty: right_party }));

/** Members who did anything from `from` until before `to`, the most calls first. */
export async function memberActivity(
  tx: Queries,
  { workspaceId, from, to }: { workspaceId: string; from: Date; to: Date },
): Promise<MemberActivity[]> {
  return tx.sql(
    row,
    `SELECT m.name, count(*) FILTER (WHERE a.kind = 'call')::int AS calls,
       count(*) FILTER (WHERE a.kind = 'call' AND coalesce(a.right_party, a.outcome IN ('answered', 'promised', 'paid', 'disputes',
         'instalments', 'call_back', 'refuses', 'hardship'), false))::int AS right_party,
       count(*) FILTER (WHERE a.kind IN ('email', 'text', 'letter'))::int AS reminders,
       count(*) FILTER (WHERE a.outcome = 'promised')::int AS promises
     FROM activity a JOIN member m ON m.id = a.member_id
     WHERE a.workspace_id = $1 AND a.at >= $2::timestamptz AND a.at < $3::timestamptz AND a.direction = 'out'
       AND a.kind IN ('call', 'email', 'text', 'letter') AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.workspace_id = $1 AND r.reverses_id = a.id)
     GROUP BY m.id ORDER BY calls DESC, reminders DESC, m.name`,
    [workspaceId, from, to],
  );
}
