export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Outgoing {
  type: EnvelopeType;
  payload: Record<string, unknown>;
  /** 0 for the first delivery of an event. */
  attempt: number;
  /** Why it is delivered again; empty on the first delivery. */
  retryReason: string;
  /** Slack waits a moment for a connection before it tells a person that the app is away. */
  waitForApp: boolean;
}

/** What came back: the payload of the acknowledgement, or why there is none (Slack's words for people). */
export type Ack =
  | { ok: true; payload: unknown }
  | { ok: false; error: string; retryReason: string; noRetry?: boolean };

/** One way to the app: Socket Mode or signed HTTP. */
export interface Transport {
  /** Milliseconds from each failed delivery of an event to the next one. */
  readonly retryDelays: readonly number[];
  send(outgoing: Outgoing): Promise<Ack>;
}

/** Slack waits this long for an acknowledgement, in real time. */
export const ACK_DEADLINE_MS = 3000;
