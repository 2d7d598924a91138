import type { Clock } from './clock.ts';
import type { Db } from './db/client.ts';
import { type DueTimes, dueTimes } from './db/dueTimes.ts';
import type { Delivery } from './delivery/Delivery.ts';
import type { Log } from './log.ts';
import { nextDigest } from './useCases/digests/nextDigest.ts';
import type { ReactionReader } from './useCases/notices/ReactionReader.ts';
import { ReactionWatch } from './useCases/notices/ReactionWatch.ts';
import { runDue } from './useCases/runDue.ts';

/** Work that comes from outside the ledger, such as the sample's daily bank import: run when due, and when it is due next. */
export interface DueSource {
  run(now: Date): Promise<void>;
  next(now: Date): Promise<Date | undefined>;
}

export interface PulseOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly delivery: Delivery;
  readonly sources: readonly DueSource[];
  readonly reactions: ReactionReader;
  readonly log: Log;
}

/**
 * Runs what is due and has it delivered: at each heartbeat, when somebody changed facts, and when the playground's clock
 * moved. One beat at a time; beats that are asked for meanwhile become one.
 */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #reactions: ReactionWatch;
  #beating: Promise<void> | undefined;
  #again = false;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#reactions = new ReactionWatch(options.reactions);
  }

  /** Something changed: beat soon. Returns at once. */
  wake(): void {
    this.beat().catch((error: unknown) => this.#options.log.error({ err: error }, 'a beat failed'));
  }

  /** Resolves when what was due at the time of the call has been decided and handed to delivery. */
  async beat(): Promise<void> {
    if (this.#beating) {
      this.#again = true;
      return this.#beating;
    }
    this.#beating = this.#beats();
    try {
      await this.#beating;
    } finally {
      this.#beating = undefined;
    }
  }

  async #beats(): Promise<void> {
    do {
      this.#again = false;
      await this.#once();
    } while (this.#again);
  }

  async #once(): Promise<void> {
    const { db, clock, delivery, sources, log } = this.#options;
    const now = clock.now();
    for (const source of sources) await source.run(now);
    await runDue({ db, now, reactions: this.#reactions, log });
    delivery.wake();
  }

  /**
   * Beats and delivers until nothing is due, and answers when the next thing is. `idle`: the clock has not moved since the last
   * time, so that a beat is only needed where something is due.
   */
  async settle({ idle = false } = {}): Promise<Date | null> {
    const { clock, delivery, log } = this.#options;
    let before: number | undefined;
    for (let first = true; ; first = false) {
      if (!(first && idle)) await this.beat();
      await this.idle();
      await delivery.drain();
      const next = await this.nextDue();
      if (!next || next > clock.now()) return next;
      if (next.getTime() === before) {
        log.error({ due: next }, 'something stays due although it was done');
        return null;
      }
      before = next.getTime();
    }
  }

  /** Resolves when no beat is running. */
  async idle(): Promise<void> {
    await this.#beating?.catch(() => {});
  }

  async nextDue(): Promise<Date | null> {
    const { db, clock, sources } = this.#options;
    const now = clock.now();
    const [stored, ...others] = await Promise.all([
      dueTimes(db, now),
      ...sources.map((source) => source.next(now)),
    ]);
    const times = [...others, ...stored.flatMap((due) => timesOf(due, now))];
    const instants = times.filter((time) => time instanceof Date).map((time) => time.getTime());
    return instants.length > 0 ? new Date(Math.min(...instants)) : null;
  }
}

/** When something of a workspace falls due; before it was started nothing does but what is to be sent. */
function timesOf(due: DueTimes, now: Date): (Date | undefined)[] {
  const { workspace, sendAt, reviewAt, graceUntil, usableUntil, answerBy, snoozedUntil } = due;
  if (!workspace.startedAt) return [sendAt];
  return [sendAt, reviewAt, graceUntil, usableUntil, answerBy, snoozedUntil, nextDigest(due, now)];
}
