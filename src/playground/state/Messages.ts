import type { Message } from './model.ts';

/** How many ephemeral messages a workspace remembers: Slack forgets them on reload anyway. */
const EPHEMERALS_KEPT = 500;

/** All messages, each channel in the order of `ts`. */
export class Messages {
  private readonly channels = new Map<string, Map<string, Message>>();
  private ephemerals: Message[] = [];

  add(message: Message): void {
    if (message.ephemeralFor) {
      this.ephemerals = [...this.ephemerals, message].slice(-EPHEMERALS_KEPT);
      return;
    }
    const channel = this.channels.get(message.channel) ?? new Map<string, Message>();
    channel.set(message.ts, message);
    this.channels.set(message.channel, channel);
  }

  find(channel: string, ts: string): Message | undefined {
    return this.channels.get(channel)?.get(ts);
  }

  findEphemeral(channel: string, ts: string, user: string): Message | undefined {
    return this.ephemerals.find((m) => m.channel === channel && m.ts === ts && m.ephemeralFor === user);
  }

  remove(message: Message): void {
    this.ephemerals = this.ephemerals.filter((m) => m !== message);
    if (!message.ephemeralFor) this.channels.get(message.channel)?.delete(message.ts);
  }

  /** A channel's messages, oldest first, threads in between. */
  list(channel: string): Message[] {
    return [...(this.channels.get(channel)?.values() ?? [])];
  }

  repliesTo(channel: string, threadTs: string): Message[] {
    return this.list(channel).filter((m) => m.thread_ts === threadTs && m.ts !== threadTs);
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
