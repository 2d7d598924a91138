import type { LocalSlack } from '../LocalSlack.ts';
import type { Ack, EnvelopeType, Outgoing, Transport } from './Transport.ts';

/** Slack repeats an unacknowledged event at most three times. */
const EVENT_ATTEMPTS = 4;

type Surroundings = Pick<LocalSlack, 'clock' | 'faults' | 'traffic' | 'activity'>;

/** The way from the workspace to its app, whichever transport serves it: acknowledgements, retries, records. */
export class Delivery {
  transport: Transport;
  private readonly around: Surroundings;
  private readonly retryDelays: readonly number[] | undefined;

  /** `retryDelays` replaces the transport's own: milliseconds of playground time from one try to the next. */
  constructor(transport: Transport, around: Surroundings, retryDelays?: readonly number[]) {
    this.transport = transport;
    this.around = around;
    this.retryDelays = retryDelays;
  }

  /** A command or interaction: delivered once, and never again. */
  deliver(type: EnvelopeType, name: string, payload: Record<string, unknown>): Promise<Ack> {
    return this.send(name, { type, payload, attempt: 0, retryReason: '', waitForApp: true });
  }

  /** An event: repeated until it is acknowledged; resolves after the first attempt. */
  async deliverEvent(name: string, payload: Record<string, unknown>): Promise<void> {
    const late = this.around.faults.take(['event_late'], name);
    const again = this.around.faults.take(['event_twice'], name) !== undefined;
    const first = async () => {
      await this.attempt(name, payload, 0, '');
      if (again) await this.attempt(name, payload, 1, 'timeout');
    };
    if (!late) return first();
    const timer = setTimeout(() => void first(), late.ms ?? 500);
    timer.unref();
  }

  private async attempt(
    name: string,
    payload: Record<string, unknown>,
    attempt: number,
    retryReason: string,
  ): Promise<void> {
    const begun = this.around.clock.now().getTime();
    const ack = await this.send(name, {
      type: 'events_api',
      payload,
      attempt,
      retryReason,
      waitForApp: false,
    });
    const next = attempt + 1;
    if (ack.ok || ack.noRetry || next >= EVENT_ATTEMPTS) return;
    const delays = this.retryDelays ?? this.transport.retryDelays;
    const wait = delays[attempt] ?? delays.at(-1) ?? 0;
    this.around.clock.at(new Date(begun + wait), () => {
      void this.attempt(name, payload, next, ack.retryReason);
    });
  }

  private async send(name: string, outgoing: Outgoing): Promise<Ack> {
    const { activity, clock, faults, traffic } = this.around;
    const over = activity.begin('delivery');
    const begun = Date.now();
    const at = clock.now().toISOString();
    try {
      let ack = await this.transport.send(outgoing);
      if (ack.ok && faults.take(['lose_ack'], name)) {
        ack = { ok: false, error: 'operation_timeout', retryReason: 'timeout' };
      }
      traffic.add({
        at,
        direction: 'out',
        kind: outgoing.type,
        name,
        request: outgoing.payload,
        response: ack,
        ms: Date.now() - begun,
      });
      return ack;
    } finally {
      over();
    }
  }
}
