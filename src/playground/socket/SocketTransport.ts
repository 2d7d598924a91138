import { randomUUID } from 'node:crypto';
import { ACK_DEADLINE_MS, type Ack, type Outgoing, type Transport } from '../delivery/Transport.ts';
import type { SocketHub } from './SocketHub.ts';

const TIMED_OUT: Ack = { ok: false, error: 'operation_timeout', retryReason: 'timeout' };

/** Delivers by Socket Mode: an envelope to one of the connections, acknowledged by its id. */
export class SocketTransport implements Transport {
  /** Issue reports agree on about four seconds for the first; the others are those of HTTP. */
  readonly retryDelays = [4000, 60_000, 300_000];
  private readonly hub: SocketHub;

  constructor(hub: SocketHub) {
    this.hub = hub;
  }

  async send({ type, payload, attempt, retryReason, waitForApp }: Outgoing): Promise<Ack> {
    const deadline = Date.now() + ACK_DEADLINE_MS;
    if (waitForApp) await this.hub.connected(ACK_DEADLINE_MS);
    const envelope = {
      envelope_id: randomUUID(),
      type,
      accepts_response_payload: type !== 'events_api',
      payload,
      ...(type === 'events_api' ? { retry_attempt: attempt, retry_reason: retryReason } : {}),
    };
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.hub.forget(envelope.envelope_id);
          resolve(TIMED_OUT);
        },
        Math.max(0, deadline - Date.now()),
      );
      timer.unref();
      const sent = this.hub.send(envelope, (answer) => {
        clearTimeout(timer);
        resolve({ ok: true, payload: answer });
      });
      if (sent) return;
      clearTimeout(timer);
      resolve(TIMED_OUT);
    });
  }
}
