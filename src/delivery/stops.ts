import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import { noteWritten } from './hasWritten.ts';
import type { Lane } from './Lane.ts';

/** The lane of a stop that holds for a whole workspace. */
export const WHOLE_WORKSPACE = '*';

/** After this long (Clock time) a stopped place is tried once more: it may have been mended without anybody telling us. */
const TRY_AGAIN = `interval '12 hours'`;

/** How an item ends that was not tried because of a stop. */
const STOPPED = 'delivery to this place stopped: ';

/** Refusals are no reason to stop looking: the channel may be private by now. */
const REFUSALS = `'shared_outside', 'has_guests', 'is_guest'`;

/** What makes a row be sent as if it had never been tried. */
export const TO_BE_SENT = `state = 'pending', error = NULL, result = NULL, attempts = 0, claimed_by = NULL, claimed_at = NULL`;

/**
 * Rows of workspace $1 that failed because of a stop, whose errors are $2. What was written more than a week before the
 * newest row is out of date.
 */
export const HELD_UP = `o.workspace_id = $1 AND o.state = 'failed'
  AND (o.error = ANY($2) OR starts_with(o.error, '${STOPPED}'))
  AND o.created_at > (SELECT max(n.created_at) FROM outbox n WHERE n.workspace_id = $1) - interval '7 days'
  AND (o.kind IN ('slack_post', 'slack_file') OR (o.kind = 'slack_update' AND NOT EXISTS (
    SELECT FROM outbox n WHERE n.workspace_id = $1 AND n.message_key = o.message_key
      AND n.kind = 'slack_update' AND n.seq > o.seq)))`;

/** Whether `slack_stop s`, of the same workspace, is why nothing is delivered in that lane at `now` (Clock time); both are SQL. */
export const isStopping = (lane: string, now: string) =>
  `s.lane IN (${lane}, '${WHOLE_WORKSPACE}') AND s.error NOT IN (${REFUSALS}) AND s.since > ${now}::timestamptz - ${TRY_AGAIN}`;

/**
 * Opens a stopped place again, or the whole workspace with all its places when no lane is given. What the stop had held up
 * is sent after all: posts, files, and the last change of each message.
 */
export async function liftStop(tx: Tx, workspaceId: string, lane?: string): Promise<void> {
  const lifted = await tx.sql(
    z.object({ lane: z.string(), error: z.string() }),
    `DELETE FROM slack_stop WHERE workspace_id = $1 AND ($2::text IS NULL OR lane IN ($2, '${WHOLE_WORKSPACE}'))
     RETURNING lane, error`,
    [workspaceId, lane ?? null],
  );
  if (lifted.length === 0) return;
  noteWritten(tx);
  await tx.execute(
    `UPDATE outbox o SET ${TO_BE_SENT} WHERE ${HELD_UP} AND ('${WHOLE_WORKSPACE}' = ANY($3) OR o.lane = ANY($3))`,
    [workspaceId, lifted.map(({ error }) => error), lifted.map((stop) => stop.lane)],
  );
}

/** Stops delivery to a place; false when it was stopped already. */
export async function writeStop(
  tx: Tx,
  { workspaceId, lane }: Lane,
  error: string,
  since: Date,
): Promise<boolean> {
  const { count } = await tx.prisma.slackStop.createMany({
    data: [{ workspaceId, lane, error, since }],
    skipDuplicates: true,
  });
  if (count === 0)
    await tx.prisma.slackStop.updateMany({ where: { workspaceId, lane }, data: { error, since } });
  return count === 1;
}
