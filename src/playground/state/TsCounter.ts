/** Hands out Slack's message timestamps: `seconds.micros`, strictly rising over the whole workspace. */
export class TsCounter {
  private last = 0;

  /** The next `ts` at the playground instant `now`. */
  next(now: Date): string {
    this.last = Math.max(now.getTime() * 1000, this.last + 1);
    const seconds = Math.floor(this.last / 1e6);
    return `${seconds}.${String(this.last % 1e6).padStart(6, '0')}`;
  }

  /** Takes note of a `ts` handed out before a restart. */
  seen(ts: string): void {
    const [seconds = '0', micros = '0'] = ts.split('.');
    this.last = Math.max(this.last, Number(seconds) * 1e6 + Number(micros));
  }
}
