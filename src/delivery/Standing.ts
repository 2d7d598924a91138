import { z } from 'zod';
import type { Db } from '../db/client.ts';
import { placedMessageRow } from '../db/slackMessages.ts';
import { isStopping } from './stops.ts';

/** How things stand where an item is to be sent. */
export const standingRow = z.object({
  /** why nothing is delivered there at present */
  stopped: z.string().nullable(),
  /** the message that it changes, or in whose thread it goes; null while that is not posted */
  beside: placedMessageRow.nullable(),
});
export type Standing = z.output<typeof standingRow>;

/** The columns of `standingRow` for a row of `outbox o`; `now` is the parameter with the Clock time. */
export const standingColumns = (now: string) => `
  (SELECT s.error FROM slack_stop s WHERE s.workspace_id = o.workspace_id AND ${isStopping('o.lane', now)} LIMIT 1) AS stopped,
  (SELECT json_build_object('channel', m.channel, 'ts', m.ts, 'threadTs', m.thread_ts) FROM slack_message m
    WHERE m.workspace_id = o.workspace_id AND m.key = CASE
      WHEN o.kind IN ('slack_update', 'slack_delete') THEN o.message_key
      WHEN o.kind IN ('slack_post', 'slack_file') THEN o.payload->>'threadOf' END) AS beside`;

const STANDING = `SELECT ${standingColumns('$2')} FROM outbox o WHERE o.id = $1`;

/** Undefined when there is no such row any more. */
export async function standingOf(db: Db, id: string, now: Date): Promise<Standing | undefined> {
  return (await db.sql(standingRow, STANDING, [id, now]))[0];
}
