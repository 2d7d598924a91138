/** setTimeout cannot wait longer than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Alarm {
  at: number;
  run: () => void;
}

/**
 * The playground's time: it starts anywhere, flows with real time, stands still while it is being moved,
 * and never goes back. Alarms ring at an instant, whether time flowed or jumped there.
 */
export class PlaygroundClock {
  private offset: number;
  private heldAt: number | undefined;
  private jumped = 0;
  private readonly alarms = new Set<Alarm>();
  private timer: NodeJS.Timeout | undefined;
  private lastMove: Promise<unknown> = Promise.resolve();

  constructor(start: Date) {
    this.offset = start.getTime() - Date.now();
  }

  now(): Date {
    return new Date(this.heldAt ?? Date.now() + this.offset);
  }

  get isHeld(): boolean {
    return this.heldAt !== undefined;
  }

  /** Milliseconds that only grow: real time, and the leaps of the clock on top. For rate limits. */
  elapsed(): number {
    return Date.now() + this.jumped;
  }

  /** One move after the other: `move` begins when those before it are over. */
  inTurn<T>(move: () => Promise<T>): Promise<T> {
    const mine = this.lastMove.then(move, move);
    this.lastMove = mine;
    return mine;
  }

  /** Stops the flow, so that every instant on the way is exact. */
  hold(): void {
    this.heldAt = this.now().getTime();
  }

  /** Moves a held clock forward and rings what fell due. Moving back does nothing. */
  jump(to: Date): void {
    const from = this.now().getTime();
    if (to.getTime() > from) {
      this.jumped += to.getTime() - from;
      this.heldAt = to.getTime();
    }
    this.ring();
  }

  release(): void {
    if (this.heldAt === undefined) return;
    this.offset = this.heldAt - Date.now();
    this.heldAt = undefined;
    this.arm();
  }

  /** Rings once at `at` (at once, but not before this call returns, when that is past). */
  at(at: Date, run: () => void): () => void {
    const alarm = { at: at.getTime(), run };
    this.alarms.add(alarm);
    this.arm();
    return () => {
      this.alarms.delete(alarm);
    };
  }

  nextAlarm(): Date | undefined {
    const first = Math.min(...[...this.alarms].map((alarm) => alarm.at));
    return Number.isFinite(first) ? new Date(first) : undefined;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.alarms.clear();
  }

  private ring(): void {
    const now = this.now().getTime();
    const due = [...this.alarms].filter((alarm) => alarm.at <= now).sort((a, b) => a.at - b.at);
    for (const alarm of due) this.alarms.delete(alarm);
    for (const alarm of due) alarm.run();
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const next = this.nextAlarm();
    if (!next || this.isHeld) return;
    const wait = Math.min(Math.max(0, next.getTime() - this.now().getTime()), LONGEST_TIMER_MS);
    this.timer = setTimeout(() => this.ring(), wait);
    this.timer.unref();
  }
}
