import { z } from 'zod';
import type { MailedFact } from '../core/facts.ts';
import type { Queries } from './client.ts';

const mailedRow = z.object({ email: z.string(), at: z.date() });

/**
 * What the workspace mailed to these addresses in the last seven days, or is about to, and what members logged to have mailed themselves, for whichever account it was. `before` names a
 * mail of the outbox by its key: what stands behind it is left out.
 */
export async function mailedTo(
  tx: Queries,
  about: {
    readonly workspaceId: string;
    readonly addresses: readonly string[];
    readonly before?: string | undefined;
    readonly now: Date;
  },
): Promise<MailedFact[]> {
  const { workspaceId, addresses, before = null, now } = about;
  if (addresses.length === 0) return [];
  // mail to one address stands in one lane, which has an index
  const lanes = addresses.map((email) => `mail:${email.toLowerCase()}`);
  return tx.sql(
    mailedRow,
    `SELECT substr(o.lane, 6) AS email, coalesce(o.sent_at, o.created_at) AS at FROM outbox o
     WHERE o.workspace_id = $1 AND o.lane = ANY($2::text[]) AND o.kind = 'mail'
       AND o.state IN ('pending', 'sending', 'sent', 'unsure') AND o.created_at > $3::timestamptz - interval '7 days'
       AND o.seq < coalesce((SELECT b.seq FROM outbox b WHERE b.workspace_id = $1 AND b.key = $4::text), 9223372036854775807)
     UNION ALL SELECT a.details->>'mailedTo', a.at FROM activity a
     WHERE a.workspace_id = $1 AND a.details ? 'mailedTo' AND a.details->>'mailedTo' = ANY($5::text[])
       AND a.at > $3::timestamptz - interval '7 days' AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)`,
    [workspaceId, lanes, now, before, addresses.map((email) => email.toLowerCase())],
  );
}
