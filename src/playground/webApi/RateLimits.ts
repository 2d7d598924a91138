import type { PlaygroundClock } from '../clock/PlaygroundClock.ts';
import type { Faults } from '../faults/Faults.ts';
import { SlackError } from '../SlackError.ts';

/** Slack's tiers, in calls a minute; `special` methods allow "hundreds per minute". */
const PER_MINUTE = { t1: 1, t2: 20, t3: 50, t4: 100, special: 600, post: 300 } as const;

export type Tier = keyof typeof PER_MINUTE;

/** One message a second in each channel, with a short burst. */
const CHANNEL_BURST = 4;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Slack's rate limits. They run in real time; a leap of the clock refills them, and they are off while
 * the clock is being moved unless a fault turns them on.
 */
export class RateLimits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly clock: PlaygroundClock;
  private readonly faults: Faults;

  constructor(clock: PlaygroundClock, faults: Faults) {
    this.clock = clock;
    this.faults = faults;
  }

  /** Counts one call. @throws SlackError `ratelimited` with the seconds to wait */
  count(method: string, tier: Tier): void {
    this.take(method, PER_MINUTE[tier], PER_MINUTE[tier] / 60_000);
  }

  /** Counts one post into a channel. @throws SlackError `ratelimited` */
  countPost(channel: string): void {
    this.take(`post ${channel}`, CHANNEL_BURST, 1 / 1000);
  }

  private take(key: string, capacity: number, perMs: number): void {
    const { rateLimits } = this.faults;
    if (rateLimits === 'off' || (rateLimits === 'auto' && this.clock.isHeld)) return;
    const now = this.clock.elapsed();
    const before = this.buckets.get(key) ?? { tokens: capacity, at: now };
    const tokens = Math.min(capacity, before.tokens + Math.max(0, now - before.at) * perMs);
    const allowed = tokens >= 1;
    this.buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (!allowed)
      throw new SlackError('ratelimited', {}, Math.max(1, Math.ceil((1 - tokens) / perMs / 1000)));
  }
}
