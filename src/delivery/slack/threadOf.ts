import { placedMessage } from '../../db/slackMessages.ts';
import type { Sending } from '../Sending.ts';

/** A thread: its channel and the `ts` of the message it hangs on. */
export interface Thread {
  readonly channel: string;
  readonly ts: string;
}

/** The thread that a message opened or stands in; undefined when the message was never posted. */
export async function threadOf(
  sending: Sending,
  messageKey: string | undefined,
): Promise<Thread | undefined> {
  if (messageKey === undefined) return undefined;
  const { workspaceId } = sending.item;
  const parent = await sending.read((db) => placedMessage(db, workspaceId, messageKey));
  return parent ? { channel: parent.channel, ts: parent.threadTs ?? parent.ts } : undefined;
}
