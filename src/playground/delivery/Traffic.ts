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

/** The last calls and envelopes, both ways, newest last. */
export class Traffic {
  private entries: TrafficEntry[] = [];

  add(entry: TrafficEntry): void {
    this.entries.push(entry);
    if (this.entries.length > KEPT * 1.5) this.entries = this.entries.slice(-KEPT);
  }

  list(): TrafficEntry[] {
    return this.entries.slice(-KEPT);
  }
}
