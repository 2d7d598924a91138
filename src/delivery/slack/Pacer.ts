/**
 * Keeps posts to one channel to the speed Slack allows: one a second, short bursts tolerated. Real time.
 * Source: https://docs.slack.dev/apis/web-api/rate-limits/#posting-messages
 */
export class Pacer {
  readonly #postsPerSecond: number;
  readonly #burst: number;
  /** when each place's allowance is full again, epoch milliseconds */
  readonly #fullAt = new Map<string, number>();

  constructor(options: { readonly postsPerSecond: number; readonly burst: number }) {
    this.#postsPerSecond = options.postsPerSecond;
    this.#burst = options.burst;
  }

  /** Takes one post's allowance; answers how many milliseconds to wait before posting. */
  take(place: string, nowMs: number): number {
    if (!Number.isFinite(this.#postsPerSecond)) return 0;
    const each = 1000 / this.#postsPerSecond;
    const fullAt = Math.max(this.#fullAt.get(place) ?? 0, nowMs) + each;
    if (this.#fullAt.size > 10_000) this.#forget(nowMs);
    this.#fullAt.set(place, fullAt);
    return Math.max(0, fullAt - nowMs - this.#burst * each);
  }

  #forget(nowMs: number): void {
    for (const [place, fullAt] of this.#fullAt) if (fullAt <= nowMs) this.#fullAt.delete(place);
  }
}
