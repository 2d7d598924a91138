import { type Day, isoDay } from '../core/day.ts';
import type { Tx } from './client.ts';

/**
 * Forgets where a digest stands and that it was posted, with its thread, so that it is posted anew; once: false, and nothing is done, where it was
 * forgotten before. What was sent stays on record under keys of its own. The outcome of a change of its message is being recorded.
 */
export async function forgetDigest(
  tx: Tx,
  { workspaceId, kind, on }: { workspaceId: string; kind: string; on: Day },
): Promise<boolean> {
  const day = isoDay(on);
  const key = `digest:${kind}:${day}`;
  const about = [workspaceId, key];
  const before = await tx.execute(
    `SELECT FROM outbox WHERE workspace_id = $1 AND key = 'gone:post:' || $2`,
    about,
  );
  if (before > 0) return false;
  await tx.execute(
    `UPDATE outbox SET key = 'gone:' || key, message_key = 'gone:' || message_key
     WHERE workspace_id = $1 AND (message_key = $2 OR payload->>'threadOf' = $2 OR starts_with(message_key, $2 || ':'))`,
    about,
  );
  await tx.execute(
    `DELETE FROM slack_message WHERE workspace_id = $1 AND (key = $2 OR starts_with(key, $2 || ':'))`,
    about,
  );
  await tx.execute('DELETE FROM digest WHERE workspace_id = $1 AND kind = $2 AND for_on = $3::date', [
    workspaceId,
    kind,
    day,
  ]);
  return true;
}
