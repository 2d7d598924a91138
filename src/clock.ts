/** Where every `now` comes from. Rules and use cases are given an instant; only the edges of Duly hold a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved, and moves forward only. For tests and simulations. */
export class ManualClock implements Clock {
  #now: number;

  constructor(start: Date | string) {
    this.#now = instant(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** @throws RangeError when `to` is earlier than now */
  moveTo(to: Date | string): Date {
    const target = instant(to);
    if (target < this.#now)
      throw new RangeError(
        `a clock moves forward only: ${this.now().toISOString()} → ${new Date(target).toISOString()}`,
      );
    this.#now = target;
    return this.now();
  }

  advance(milliseconds: number): Date {
    return this.moveTo(new Date(this.#now + milliseconds));
  }
}

function instant(value: Date | string): number {
  const time = new Date(value).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${String(value)}`);
  return time;
}
