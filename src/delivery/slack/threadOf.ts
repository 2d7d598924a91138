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
  const { workshop, item } = sending;
  const parent = await workshop.options.db.prisma.slackMessage.findUnique({
    where: { workspaceId_key: { workspaceId: item.workspaceId, key: messageKey } },
  });
  return parent ? { channel: parent.channel, ts: parent.threadTs ?? parent.ts } : undefined;
}
