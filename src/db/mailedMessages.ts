import { z } from 'zod';
import type { Queries } from './client.ts';

const messageRow = z.object({
  id: z.string(),
  at: z.date(),
  noticeId: z.string().nullable(),
  kind: z.string().nullable(),
  to: z.string().nullable(),
  email: z.string().nullable(),
  by: z.string().nullable(),
  cameBack: z.boolean(),
  accounts: z.array(z.string()),
});

/** A mail that went out about an account, as its history has it. */
export type MailedMessage = z.output<typeof messageRow>;

/**
 * The last mails that went out about an account, the newest first, also those that came back since: what Duly sent, the statement of a group on each
 * account that it lists, and what members logged to have written themselves (no `noticeId`, no `kind`), unless they took that back. `to` and `email`
 * say to whom and where, null for what is not on record; `accounts` are all that it is about. `id`: only that one.
 */
export async function mailedMessages(
  tx: Queries,
  about: {
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly id?: string | undefined;
    readonly limit: number;
  },
): Promise<MailedMessage[]> {
  const { workspaceId, debtorId, id = null, limit } = about;
  return tx.sql(messageRow, mailedSql, [workspaceId, debtorId, id, limit]);
}

/** $1 workspace, $2 debtor, $3 only that activity, $4 how many */
const mailedSql = `
SELECT a.id, a.at, a.notice_id AS "noticeId", n.kind, coalesce(n.recipients->0->>'name', c.name) AS "to",
  coalesce(n.recipients->0->>'email', a.details->>'mailedTo') AS email, m.name AS by,
  (n.id IS NOT NULL AND n.state <> 'sent') OR b.id IS NOT NULL AS "cameBack",
  coalesce(n.figures->'accounts', jsonb_build_array(a.debtor_id)) AS accounts
FROM activity a
LEFT JOIN notice n ON n.workspace_id = $1 AND n.id = a.notice_id
LEFT JOIN contact c ON c.workspace_id = $1 AND c.id = a.contact_id
LEFT JOIN member m ON m.workspace_id = $1 AND m.id = a.member_id
LEFT JOIN activity b ON b.workspace_id = $1 AND b.key = 'came_back:' || a.id
WHERE a.workspace_id = $1 AND a.debtor_id = $2 AND ($3::text IS NULL OR a.id = $3)
  AND a.kind = 'email' AND a.direction = 'out' AND a.outcome = 'sent' AND a.reverses_id IS NULL
  AND (b.id IS NOT NULL OR n.id IS NOT NULL OR NOT EXISTS (SELECT FROM activity r WHERE r.reverses_id = a.id))
  AND NOT EXISTS (SELECT FROM activity g WHERE g.workspace_id = $1 AND g.key = 'mailed_after_all:' || a.id)
ORDER BY a.at DESC, a.id DESC LIMIT $4`;
