import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SlackMessage } from '../../../blocks/message.ts';
import { type Day, dateOfDay, isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { PayloadOf } from '../../delivery/OutboxItem.ts';

export interface Publication {
  readonly workspaceId: string;
  readonly kind: 'daily' | 'weekly';
  readonly forOn: Day;
  readonly channel: string;
  readonly messageKey: string;
  readonly main: SlackMessage;
  /** its thread, in order; an empty one is not posted, but a posted one that became empty is updated */
  readonly parts: readonly {
    readonly key: string;
    readonly message: SlackMessage;
    readonly empty: boolean;
  }[];
  /** files of its thread: posted again under a new key where they came out differently */
  readonly files?: readonly Omit<PayloadOf<'slack_file'>, 'kind' | 'channel' | 'threadOf'>[];
  /** kept with it, as JSON */
  readonly figures: object;
  readonly now: Date;
}

/** What stands beside the figures of a digest: when they were worked out, and what was last said under which key. */
const standingSchema = z.object({ at: z.string(), said: z.record(z.string(), z.string()) });

/**
 * Posts a digest with its thread, once; where it was posted before, what came out differently is edited in place. The table's
 * key lets one of several processes through.
 */
export async function publishDigest(tx: Tx, publication: Publication): Promise<'posted' | 'updated'> {
  const { workspaceId, kind, forOn, messageKey, main, now } = publication;
  const about = [workspaceId, kind, isoDay(forOn)];
  // where another process began it at the same moment, it is seen only by what is asked after that
  const [begun] = await tx.sql(heldSchema, beginSql, [...about, now]);
  const held = begun ?? (await tx.sql(heldSchema, heldSql, about))[0];
  const said = { ...(standingSchema.safeParse(held?.figures).data?.said ?? {}) };
  for (const { name, message, empty } of [
    { name: '', message: main, empty: false },
    ...publication.parts.map(({ key: name, message, empty }) => ({ name: `:${name}`, message, empty })),
  ]) {
    const hash = hashOf(message);
    if (said[name] === hash || (empty && said[name] === undefined)) continue;
    await say(tx, publication, { messageKey: messageKey + name, message });
    said[name] = hash;
  }
  for (const file of publication.files ?? []) await attach(tx, publication, file);
  await tx.prisma.digest.update({
    where: { workspaceId_kind_forOn: { workspaceId, kind, forOn: dateOfDay(forOn) } },
    data: { figures: { ...publication.figures, at: now.toISOString(), said } },
  });
  return held?.is_new ? 'posted' : 'updated';
}

const heldSchema = z.object({ figures: z.unknown(), is_new: z.boolean() });

/** $1 workspace, $2 kind, $3 day */
const heldSql = `SELECT figures, false AS is_new FROM digest WHERE workspace_id = $1 AND kind = $2 AND for_on = $3::date`;

/** $1 to $3 as there, $4 now */
const beginSql = `
WITH begun AS (
  INSERT INTO digest (workspace_id, kind, for_on, figures, posted_at) VALUES ($1, $2, $3::date, '{}', $4::timestamptz)
  ON CONFLICT DO NOTHING RETURNING figures)
SELECT figures, true AS is_new FROM begun UNION ALL ${heldSql}`;

/** Posted once; what could not be posted before is posted now, and what stands there is updated. */
async function say(
  tx: Tx,
  { workspaceId, kind, forOn, channel, messageKey: digestKey, now }: Publication,
  { messageKey, message }: { messageKey: string; message: SlackMessage },
): Promise<void> {
  const { text, blocks } = message;
  const inThread = messageKey === digestKey ? {} : { threadOf: digestKey };
  const posted = await enqueue(
    tx,
    {
      workspaceId,
      key: `post:${messageKey}`,
      messageKey,
      payload: { kind: 'slack_post', channel, text, blocks, ...inThread },
    },
    now,
  );
  if (posted) return;
  await enqueue(
    tx,
    {
      workspaceId,
      key: `update:${messageKey}:${newId()}`,
      messageKey,
      payload: { kind: 'slack_update', text, blocks },
      ...(messageKey === digestKey && { about: { kind: 'digest', id: `${kind}:${isoDay(forOn)}` } }),
    },
    now,
  );
}

async function attach(
  tx: Tx,
  { workspaceId, channel, messageKey, now }: Publication,
  file: NonNullable<Publication['files']>[number],
): Promise<void> {
  await enqueue(
    tx,
    {
      workspaceId,
      key: `post:${messageKey}:${file.filename}:${hashOf(file)}`,
      payload: { kind: 'slack_file', channel, threadOf: messageKey, ...file },
    },
    now,
  );
}

function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
}
