import { type DroppedFileView, droppedFileMessage } from '../../../blocks/imports/droppedFileMessage.ts';
import type { Db } from '../../db/client.ts';
import { claimInbound } from '../../db/inboundEvents.ts';
import { keepMessage } from '../../delivery/keepMessage.ts';

/** A file where somebody dropped it. */
export interface DroppedAt {
  readonly workspaceId: string;
  readonly channel: string;
  readonly fileId: string;
}

/**
 * Says what a dropped file would change, once where it was dropped (or `to` somebody alone), however often Slack tells of it. False: it was
 * said already, and may have been imported since.
 */
export async function showDroppedFile(
  db: Db,
  at: DroppedAt & { readonly to?: string | undefined; readonly now: Date },
  view: DroppedFileView,
): Promise<boolean> {
  const { workspaceId, channel, to = channel, now } = at;
  return db.transaction(async (tx) => {
    const inbound = { workspaceId, key: keyOf(at), kind: 'file_shared', receivedAt: now };
    if (!(await claimInbound(tx, inbound))) return false;
    await keepMessage(tx, {
      workspaceId,
      messageKey: keyOf(at),
      channel: to,
      shown: droppedFileMessage(view),
      now,
    });
    return true;
  });
}

/** Keeps the message about a dropped file as things stand: what came of importing it. */
export async function updateDroppedFile(
  db: Db,
  at: DroppedAt & { readonly now: Date },
  view: DroppedFileView,
): Promise<void> {
  const { workspaceId, now } = at;
  await db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [keyOf(at)]);
    const shown = droppedFileMessage(view);
    await keepMessage(tx, { workspaceId, messageKey: keyOf(at), channel: undefined, shown, now });
  });
}

function keyOf({ channel, fileId }: DroppedAt): string {
  return `dropped_file:${channel}:${fileId}`;
}
