import type { LocalSlack } from '../LocalSlack.ts';

/**
 * Where a reply hangs: a reply to a reply joins its thread. An unknown `thread_ts` makes a plain message,
 * as Slack takes it without a word.
 */
export function threadHead(slack: LocalSlack, channel: string, threadTs?: string): { thread_ts?: string } {
  const parent = threadTs === undefined ? undefined : slack.messages.find(channel, threadTs);
  return parent ? { thread_ts: parent.thread_ts ?? parent.ts } : {};
}
