/** How many calls and envelopes are remembered. */
const KEPT = 2000;

export interface TrafficEntry {
  /** Playground time, ISO. */
  at: string;
  /** `in`: the app called Slack; `out`: Slack called the app. */
  direction: 'in' | 'out';
  kind: 'api' | 'slash_commands' | 'interactive' | 'events_api' | 'response_url' | 'upload' | 'mail';
  name: string;
  request: unknown;
  response: unknown;
  /** Real milliseconds until the answer or acknowledgement. */
  ms: number;
}

/** `n` grows from entry to entry, over restarts too, so that a reader can ask for what came after the last one seen. */
export type NumberedEntry = TrafficEntry & { n: number };

/** The last calls and envelopes, both ways, newest last. */
export class Traffic {
  private entries: NumberedEntry[] = [];
  private lastNumber = Date.now();

  add(entry: TrafficEntry): void {
    this.lastNumber += 1;
    this.entries.push({ n: this.lastNumber, ...entry });
    if (this.entries.length > KEPT * 1.5) this.entries = this.entries.slice(-KEPT);
  }

  list(): NumberedEntry[] {
    return this.entries.slice(-KEPT);
  }

  /** Those that came after the entry `n`. */
  after(n: number): NumberedEntry[] {
    return this.list().filter((entry) => entry.n > n);
  }
}
