import { z } from 'zod';
import type { Queries } from './client.ts';

const reminderRow = z.object({ id: z.string(), debtorId: z.string(), keys: z.array(z.string()) });

/** A prompt that is answered by sending. */
export interface ReminderToSend {
  readonly id: string;
  readonly debtorId: string;
  /**
   * what its mail has in common with those that may hold each other back: the account, its group, and the addresses on file, since a
   * mailbox takes one message a day whichever account it is about
   */
  readonly keys: readonly string[];
}

/** A member's open prompts of these kinds that are not put off, the oldest first. */
export async function remindersToSend(
  queries: Queries,
  about: { workspaceId: string; memberId: string; kinds: readonly string[]; now: Date },
): Promise<ReminderToSend[]> {
  return queries.sql(
    reminderRow,
    `SELECT p.id, p.debtor_id AS "debtorId", array_remove(ARRAY[d.id, d.group_id], NULL) || ARRAY(
       SELECT lower(c.email) FROM contact c WHERE c.workspace_id = $1 AND c.debtor_id = d.id AND c.email IS NOT NULL) AS keys
     FROM prompt p JOIN debtor d ON d.workspace_id = $1 AND d.id = p.debtor_id
     WHERE p.workspace_id = $1 AND p.member_id = $2 AND p.kind = ANY($3::text[]) AND p.state = 'open'
       AND (p.snoozed_until IS NULL OR p.snoozed_until <= $4::timestamptz)
     ORDER BY p.opened_at, p.id`,
    [about.workspaceId, about.memberId, about.kinds, about.now],
  );
}
