import type { PlacedMessage } from '../../db/slackMessages.ts';

/** A thread: its channel and the `ts` of the message it hangs on. */
export interface Thread {
  readonly channel: string;
  readonly ts: string;
}

/** The thread that a message opened or stands in; undefined when the message was never posted. */
export function threadOf(message: PlacedMessage | null): Thread | undefined {
  return message ? { channel: message.channel, ts: message.threadTs ?? message.ts } : undefined;
}
