import { z } from 'zod';
import { isPrivateChannel } from '../db/channelFacts.ts';
import type { Queries } from '../db/client.ts';
import { placedMessage } from '../db/slackMessages.ts';

/** Where a message is read, and whether only by those whom a private individual may be named to. */
export interface MessagePlace {
  readonly channel: string;
  readonly isPrivate: boolean;
}

const postRow = z.object({ channel: z.string(), failed: z.boolean() });

/**
 * Where the message with that key stands or is on its way to, whatever has been chosen since; `channel` where nothing was written
 * yet. One that could not be posted may still be read in both: it is private where both are.
 */
export async function whereItGoes(
  tx: Queries,
  message: { workspaceId: string; messageKey: string; channel: string },
): Promise<MessagePlace> {
  const { workspaceId, messageKey, channel } = message;
  const isPrivate = (place: string) => isPrivateChannel(tx, workspaceId, place);
  const placed = await placedMessage(tx, workspaceId, messageKey);
  if (placed) return { channel: placed.channel, isPrivate: await isPrivate(placed.channel) };
  const [post] = await tx.sql(
    postRow,
    `SELECT payload->>'channel' AS channel, state = 'failed' AS failed FROM outbox
     WHERE workspace_id = $1 AND message_key = $2 AND kind IN ('slack_post', 'slack_file') ORDER BY seq DESC LIMIT 1`,
    [workspaceId, messageKey],
  );
  if (!post) return { channel, isPrivate: await isPrivate(channel) };
  if (!post.failed) return { channel: post.channel, isPrivate: await isPrivate(post.channel) };
  return { channel, isPrivate: (await isPrivate(channel)) && (await isPrivate(post.channel)) };
}
