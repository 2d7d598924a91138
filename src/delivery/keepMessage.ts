import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { newId } from '../core/newId.ts';
import type { Queries, Tx } from '../db/client.ts';
import { enqueue } from './enqueue.ts';

export interface KeptMessage {
  readonly workspaceId: string;
  readonly messageKey: string;
  /** where it is posted first; without a channel it is only kept up to date where it stands already */
  readonly channel: string | undefined;
  readonly shown: { readonly text: string; readonly blocks: readonly unknown[] };
  readonly now: Date;
}

/**
 * Posts a message once, and from then on keeps it as things stand: where what it says has changed it is updated in place, else nothing is
 * written. Calls for one message must not run side by side. Answers what was written.
 */
export async function keepMessage(tx: Tx, kept: KeptMessage): Promise<'posted' | 'updated' | undefined> {
  const { workspaceId, messageKey, channel, shown, now } = kept;
  const text = shown.text;
  const blocks = [...shown.blocks];
  const last = await lastSaid(tx, workspaceId, messageKey);
  if (!last) {
    if (channel === undefined) return undefined;
    const payload = { kind: 'slack_post' as const, channel, text, blocks };
    await enqueue(tx, { workspaceId, key: `post:${messageKey}`, messageKey, payload }, now);
    return 'posted';
  }
  if (last.text === text && isDeepStrictEqual(last.blocks, JSON.parse(JSON.stringify(blocks))))
    return undefined;
  const payload = { kind: 'slack_update' as const, text, blocks };
  await enqueue(tx, { workspaceId, key: `update:${messageKey}:${newId()}`, messageKey, payload }, now);
  return 'updated';
}

const saidSchema = z.object({ payload: z.object({ text: z.string(), blocks: z.array(z.unknown()) }) });

async function lastSaid(tx: Queries, workspaceId: string, messageKey: string) {
  const [last] = await tx.sql(
    saidSchema,
    `SELECT payload FROM outbox WHERE workspace_id = $1 AND message_key = $2 AND kind IN ('slack_post', 'slack_update')
     ORDER BY seq DESC LIMIT 1`,
    [workspaceId, messageKey],
  );
  return last?.payload;
}
