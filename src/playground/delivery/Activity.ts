/** When nothing ends the work, waiting for quiet gives up. */
const PATIENCE_MS = 20_000;

/**
 * What is going on between the workspace and its app: calls being answered, deliveries not yet
 * acknowledged, mail coming in. Tells when it has fallen quiet.
 */
export class Activity {
  /** Things begun so far. */
  count = 0;
  /** Deliveries to the app begun so far. */
  deliveries = 0;
  private inFlight = 0;
  private waiting: (() => void)[] = [];

  /** Marks the start of something; call the answer when it is over. */
  begin(kind: 'call' | 'delivery' = 'call'): () => void {
    this.count += 1;
    if (kind === 'delivery') this.deliveries += 1;
    this.inFlight += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.inFlight -= 1;
      if (this.inFlight > 0) return;
      for (const wake of this.waiting.splice(0)) wake();
    };
  }

  /** Nothing is in flight. */
  async idle(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (this.inFlight > 0 && Date.now() < until) await this.nextIdle(until - Date.now());
  }

  /** Nothing has been in flight for `windowMs` of real time. */
  async quiet(windowMs: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      await this.idle();
      const seen = this.count;
      await new Promise((resolve) => setTimeout(resolve, windowMs));
      if ((this.count === seen && this.inFlight === 0) || Date.now() >= until) return;
    }
  }

  private nextIdle(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
