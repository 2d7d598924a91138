import type { Message } from './model.ts';

/** How many ephemeral messages a workspace remembers: Slack forgets them on reload anyway. */
const EPHEMERALS_KEPT = 500;

/** All messages, each channel in the order of `ts`. */
export class Messages {
  private readonly channels = new Map<string, Map<string, Message>>();
  private readonly threads = new Map<string, Message[]>();
  private ephemerals: Message[] = [];

  add(message: Message): void {
    if (message.ephemeralFor) {
      this.ephemerals = [...this.ephemerals, message].slice(-EPHEMERALS_KEPT);
      return;
    }
    const channel = this.channels.get(message.channel) ?? new Map<string, Message>();
    channel.set(message.ts, message);
    this.channels.set(message.channel, channel);
    if (message.thread_ts === undefined || message.thread_ts === message.ts) return;
    const thread = threadKey(message.channel, message.thread_ts);
    this.threads.set(thread, [...(this.threads.get(thread) ?? []), message]);
  }

  find(channel: string, ts: string): Message | undefined {
    return this.channels.get(channel)?.get(ts);
  }

  findEphemeral(channel: string, ts: string, user: string): Message | undefined {
    return this.ephemerals.find((m) => m.channel === channel && m.ts === ts && m.ephemeralFor === user);
  }

  remove(message: Message): void {
    this.ephemerals = this.ephemerals.filter((m) => m !== message);
    if (message.ephemeralFor) return;
    this.channels.get(message.channel)?.delete(message.ts);
    const thread = threadKey(message.channel, message.thread_ts ?? '');
    const replies = this.threads.get(thread);
    if (replies)
      this.threads.set(
        thread,
        replies.filter((m) => m !== message),
      );
  }

  /** A channel's messages, oldest first, threads in between. */
  list(channel: string): Message[] {
    return [...(this.channels.get(channel)?.values() ?? [])];
  }

  repliesTo(channel: string, threadTs: string): readonly Message[] {
    return this.threads.get(threadKey(channel, threadTs)) ?? [];
  }

  /** What one person sees in a channel, their ephemeral messages among the others. */
  seenBy(channel: string, user: string): Message[] {
    const own = this.ephemerals.filter((m) => m.channel === channel && m.ephemeralFor === user);
    const all = this.list(channel);
    return own.length === 0 ? all : [...all, ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  }

  dump(): Message[] {
    return [...this.channels.values()].flatMap((channel) => [...channel.values()]);
  }
}

function threadKey(channel: string, threadTs: string): string {
  return `${channel} ${threadTs}`;
}
