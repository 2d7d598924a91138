/** Changes come in bursts; watchers hear of each burst once. */
const GATHER_MS = 40;

/** Who wants to know when something changed. */
export class Watchers {
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  changed(): void {
    if (this.listeners.size === 0 || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      for (const listener of this.listeners) listener();
    }, GATHER_MS);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }
}
