import { z } from 'zod';
import type { Day } from '../../src/core/day.ts';
import { dateOfDay } from '../../src/core/day.ts';
import { reminderKinds } from '../../src/useCases/prompts/promptKinds.ts';
import type { Person, Seen } from '../support/Person.ts';
import type { Replay } from './startReplay.ts';

/** A prompt that waits for somebody, with its message and what was done about it so far. */
export interface OnTheDesk {
  readonly id: string;
  readonly kind: string;
  readonly debtorId: string;
  /** undefined where it stands on the list of the morning alone */
  readonly message: Seen | undefined;
  /** calls logged for it, and whether anything was logged for it today */
  readonly tries: number;
  readonly touchedToday: boolean;
  readonly approvalAsked: boolean;
}

const row = z.object({
  id: z.string(),
  kind: z.string(),
  debtor_id: z.string(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  tries: z.number(),
  touched_today: z.boolean(),
  approval_asked: z.boolean(),
});

/** What waits for a member and is no reminder that goes with all others; the oldest first. */
export async function onTheDesk(
  { database }: Replay,
  { id: slackUserId }: Person,
  day: Day,
): Promise<OnTheDesk[]> {
  const rows = await database.db.sql(row, deskSql, [slackUserId, [...reminderKinds], dateOfDay(day)]);
  return rows.map(({ id, kind, debtor_id, channel, ts, tries, touched_today, approval_asked }) => ({
    ...{ id, kind, debtorId: debtor_id, tries, touchedToday: touched_today, approvalAsked: approval_asked },
    message: channel === null || ts === null ? undefined : ({ channel, ts } as Seen),
  }));
}

/** $1 Slack user, $2 kinds left out, $3 when the day began */
const deskSql = `
SELECT p.id, p.kind, p.debtor_id, m.channel, m.ts,
  (SELECT count(*)::int FROM activity a WHERE a.prompt_id = p.id AND a.kind = 'call') AS tries,
  EXISTS (SELECT FROM activity a WHERE a.prompt_id = p.id AND a.at >= $3::timestamptz) AS touched_today,
  EXISTS (SELECT FROM approval a WHERE a.debtor_id = p.debtor_id AND a.state IN ('open', 'approved')) AS approval_asked
FROM prompt p JOIN member w ON w.id = p.member_id LEFT JOIN LATERAL (
  SELECT channel, ts FROM slack_message m WHERE m.workspace_id = p.workspace_id AND m.key LIKE 'prompt:' || p.id || ':%'
  ORDER BY m.posted_at DESC LIMIT 1
) m ON true
WHERE w.slack_user_id = $1 AND p.state = 'open' AND p.snoozed_until IS NULL AND p.kind <> ALL($2)
ORDER BY p.opened_at, p.id`;
