import { z } from 'zod';
import type { Queries } from './client.ts';

/** What a member did in a stretch of time; what was taken back does not count. */
export interface MemberActivity {
  readonly name: string;
  /** made by them: who is called by a customer has made none */
  readonly calls: number;
  /** calls that reached the person who decides */
  readonly rightParty: number;
  /** emails, texts and letters to customers, whatever they say */
  readonly messages: number;
  /** recorded in that time, whatever way and whenever they were given; instalments count with their plan */
  readonly promises: number;
  /** recorded in that time */
  readonly plans: number;
}

const row = z
  .object({
    name: z.string(),
    calls: z.number(),
    right_party: z.number(),
    messages: z.number(),
    promises: z.number(),
    plans: z.number(),
  })
  .transform(({ right_party, ...rest }) => ({ ...rest, rightParty: right_party }));

/** Members who did anything from `from` until before `to`, the most calls first. */
export async function memberActivity(
  tx: Queries,
  { workspaceId, from, to }: { workspaceId: string; from: Date; to: Date },
): Promise<MemberActivity[]> {
  return tx.sql(
    row,
    `SELECT m.name, count(*) FILTER (WHERE x.kind = 'call')::int AS calls,
       count(*) FILTER (WHERE x.right_party)::int AS right_party,
       count(*) FILTER (WHERE x.kind IN ('email', 'text', 'letter'))::int AS messages,
       count(*) FILTER (WHERE x.kind = 'promise')::int AS promises, count(*) FILTER (WHERE x.kind = 'plan')::int AS plans
     FROM (
       SELECT id AS activity_id, member_id, kind, kind = 'call' AND coalesce(right_party, outcome IN ('answered', 'promised', 'paid',
         'disputes', 'instalments', 'call_back', 'refuses', 'hardship'), false) AS right_party
       FROM activity WHERE workspace_id = $1 AND at >= $2::timestamptz AND at < $3::timestamptz AND direction = 'out'
         AND kind IN ('call', 'email', 'text', 'letter') AND reverses_id IS NULL
       UNION ALL SELECT activity_id, member_id, 'promise', false FROM promise
       WHERE workspace_id = $1 AND recorded_at >= $2::timestamptz AND recorded_at < $3::timestamptz AND plan_id IS NULL
       UNION ALL SELECT activity_id, member_id, 'plan', false FROM plan
       WHERE workspace_id = $1 AND recorded_at >= $2::timestamptz AND recorded_at < $3::timestamptz) x
     JOIN member m ON m.id = x.member_id
     WHERE NOT EXISTS (SELECT 1 FROM activity r WHERE r.workspace_id = $1 AND r.reverses_id = x.activity_id)
     GROUP BY m.id ORDER BY calls DESC, messages DESC, m.name`,
    [workspaceId, from, to],
  );
}
