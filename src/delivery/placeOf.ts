import { z } from 'zod';
import { DulyError } from '../core/DulyError.ts';
import type { Tx } from '../db/client.ts';
import { placedMessage } from '../db/slackMessages.ts';
import type { NewOutboxItem } from './OutboxItem.ts';

interface Place {
  readonly lane: string;
  readonly notBefore: Date;
}

/**
 * The lane of an item and when it may go. What belongs to a message (its updates, its deletion, replies in its thread)
 * stands in that message's lane and never goes before it. Undefined: an update or deletion of an unknown message.
 */
export async function placeOf(tx: Tx, item: NewOutboxItem, now: Date): Promise<Place | undefined> {
  const { payload } = item;
  const notBefore = item.notBefore ?? now;
  switch (payload.kind) {
    case 'mail':
      return { lane: item.lane ?? `mail:${payload.to[0]?.email.toLowerCase() ?? ''}`, notBefore };
    case 'slack_post':
    case 'slack_file': {
      const own = { lane: item.lane ?? payload.channel, notBefore };
      if (payload.threadOf === undefined) return own;
      return (await besides(tx, item, payload.threadOf, notBefore)) ?? own;
    }
    case 'slack_update':
    case 'slack_delete': {
      if (item.messageKey === undefined)
        throw new DulyError(
          'no_message_key',
          `outbox item ${item.key}: ${payload.kind} without a messageKey`,
          'I could not change that message. Nothing else was affected.',
        );
      return besides(tx, item, item.messageKey, notBefore);
    }
  }
}

const postRow = z.object({ lane: z.string(), notBefore: z.date(), state: z.string() });

const POST = `
SELECT lane, not_before AS "notBefore", state FROM outbox
WHERE workspace_id = $1 AND message_key = $2 AND kind IN ('slack_post', 'slack_file') ORDER BY seq DESC LIMIT 1`;

async function besides(
  tx: Tx,
  item: NewOutboxItem,
  messageKey: string,
  notBefore: Date,
): Promise<Place | undefined> {
  const [post] = await tx.sql(postRow, POST, [item.workspaceId, messageKey]);
  if (post) {
    const waits = post.state === 'pending' && post.notBefore > notBefore;
    return { lane: post.lane, notBefore: waits ? post.notBefore : notBefore };
  }
  const message = await placedMessage(tx, item.workspaceId, messageKey);
  return message ? { lane: item.lane ?? message.channel, notBefore } : undefined;
}
