import type { Fault } from './faultSchema.ts';

/** Things that shall go wrong, each as often as it was asked for. */
export class Faults {
  private list: Fault[] = [];
  private limits: 'auto' | 'on' | 'off' = 'auto';

  add(fault: Fault): void {
    if (fault.kind === 'rate_limits_on') this.limits = 'on';
    else if (fault.kind === 'rate_limits_off') this.limits = 'off';
    else this.list.push({ ...fault });
  }

  clear(): void {
    this.list = [];
    this.limits = 'auto';
  }

  /** What is still to go wrong. */
  active(): Fault[] {
    return this.list.map((fault) => ({ ...fault }));
  }

  /** `auto`: rate limits hold unless the clock is being moved. */
  get rateLimits(): 'auto' | 'on' | 'off' {
    return this.limits;
  }

  /** The first fault of these kinds for this method or event, used up by one. */
  take(kinds: readonly Fault['kind'][], method: string): Fault | undefined {
    const fault = this.list.find(
      (f) => kinds.includes(f.kind) && (f.method === undefined || f.method === method),
    );
    if (!fault || fault.times === 'always') return fault;
    fault.times -= 1;
    if (fault.times === 0) this.list = this.list.filter((f) => f !== fault);
    return fault;
  }
}
