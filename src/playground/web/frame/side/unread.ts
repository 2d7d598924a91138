import type { Channel, Message } from '../../api/state.ts';

/** How far a member has read: the `ts` of the last message seen, by channel. */
export type ReadMarks = Readonly<Record<string, string>>;

/** The messages by others since `mark` that a channel makes bold for; replies only where one takes part or is named. */
export function unreadCount({ messages }: Channel, mark: string | undefined, me: string): number {
  const mine = threadsOf(messages, me);
  const concerns = (message: Message) =>
    !isReply(message) || mine.has(message.thread_ts) || message.text.includes(`<@${me}`);
  return messages.filter((message) => isUnread(message, mark, me) && concerns(message)).length;
}

/** By somebody else, and later than the mark. */
export function isUnread(message: Message, mark: string | undefined, me: string): boolean {
  return message.user !== me && (mark === undefined || message.ts > mark);
}

/** Stands in its thread alone. */
export function isReply({ ts, thread_ts, reply_broadcast }: Message): boolean {
  return thread_ts !== undefined && thread_ts !== ts && !reply_broadcast;
}

/** A mark later than the playground's clock is from another playground that was at this address. */
export function validMark(mark: string | undefined, now: string): string | undefined {
  return mark !== undefined && Number(mark) * 1000 <= Date.parse(now) + 1000 ? mark : undefined;
}

function threadsOf(messages: readonly Message[], me: string): Set<string | undefined> {
  return new Set(messages.filter(({ user }) => user === me).map(({ ts, thread_ts }) => thread_ts ?? ts));
}
