import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import { HELD_UP, TO_BE_SENT, WHOLE_WORKSPACE } from './stops.ts';

/** Messages that were never posted because of the stop of a channel, with the threads and changes that wait for them. */
export interface HeldUp {
  readonly workspaceId: string;
  /** the stopped channel */
  readonly from: string;
  /** keys of messages */
  readonly messages: readonly string[];
}

/** The messages that the stop of a channel held up, of those whose key begins with `prefix`; none of what is over a week old. */
export async function heldUpIn(
  tx: Tx,
  { workspaceId, from, prefix }: { workspaceId: string; from: string; prefix: string },
): Promise<string[]> {
  const rows = await tx.sql(
    z.object({ message_key: z.string() }),
    `SELECT o.message_key FROM outbox o
     WHERE ${HELD_UP} AND o.lane = $3 AND o.kind IN ('slack_post', 'slack_file') AND starts_with(o.message_key, $4)
       AND o.payload->>'threadOf' IS NULL ORDER BY o.seq`,
    [workspaceId, await errorsOf(tx, { workspaceId, from }), from, prefix],
  );
  return rows.map(({ message_key: key }) => key);
}

/** Sends them to another channel, as they were written. The stopped channel stays stopped. */
export async function moveHeldUp(tx: Tx, { workspaceId, from, messages }: HeldUp, to: string): Promise<void> {
  await tx.execute(
    `UPDATE outbox o SET ${TO_BE_SENT}, lane = $4,
       payload = CASE WHEN o.kind = 'slack_update' THEN o.payload ELSE o.payload || jsonb_build_object('channel', $4::text) END
     WHERE ${HELD_UP} AND o.lane = $3 AND (o.message_key = ANY($5) OR o.payload->>'threadOf' = ANY($5))`,
    [workspaceId, await errorsOf(tx, { workspaceId, from }), from, to, messages],
  );
}

/**
 * Forgets them, so that they can be written anew for another channel, and nothing that was written for this one follows them
 * there when it is opened again.
 */
export async function forgetHeldUp(tx: Tx, { workspaceId, messages }: HeldUp): Promise<void> {
  await tx.execute(
    `DELETE FROM outbox o WHERE o.workspace_id = $1 AND o.state <> 'sent' AND (
       o.message_key = ANY($2) OR o.payload->>'threadOf' = ANY($2) OR o.message_key IN (
         SELECT n.message_key FROM outbox n WHERE n.workspace_id = $1 AND n.payload->>'threadOf' = ANY($2)))`,
    [workspaceId, messages],
  );
}

async function errorsOf(
  tx: Tx,
  { workspaceId, from }: Pick<HeldUp, 'workspaceId' | 'from'>,
): Promise<string[]> {
  const lanes = { in: [from, WHOLE_WORKSPACE] };
  const stops = await tx.prisma.slackStop.findMany({ where: { workspaceId, lane: lanes } });
  return stops.map(({ error }) => error);
}
