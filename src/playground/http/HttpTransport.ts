import { randomBytes } from 'node:crypto';
import { ACK_DEADLINE_MS, type Ack, type Outgoing, type Transport } from '../delivery/Transport.ts';
import { isObject, parseJson } from '../json.ts';
import { OutgoingRequests } from './OutgoingRequests.ts';
import { signRequest } from './signRequest.ts';

interface Secrets {
  signingSecret: string;
  verificationToken: string;
}

/** Delivers by HTTP: signed requests to the app's request URL, which must have answered a challenge first. */
export class HttpTransport implements Transport {
  /** At once, after a minute, after five: Slack's Events API page. */
  readonly retryDelays = [0, 60_000, 300_000];
  /** The app's request URL. */
  readonly url: string;
  private readonly secrets: Secrets;
  private readonly requests = new OutgoingRequests();
  private verified: Promise<boolean> | undefined;

  constructor(url: string, secrets: Secrets) {
    this.url = url;
    this.secrets = secrets;
  }

  async send({ type, payload, attempt, retryReason }: Outgoing): Promise<Ack> {
    this.verified ??= this.verify();
    if (!(await this.verified)) {
      this.verified = undefined;
      return { ok: false, error: 'dispatch_failed', retryReason: 'connection_failed' };
    }
    const retry: Record<string, string> =
      attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': retryReason };
    if (type === 'events_api') return this.post(JSON.stringify(payload), 'application/json', retry);
    const form = type === 'interactive' ? { payload: JSON.stringify(payload) } : asFields(payload);
    return this.post(new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded', {});
  }

  stop(): void {
    this.requests.stop();
  }

  private async verify(): Promise<boolean> {
    const challenge = randomBytes(20).toString('hex');
    const body = { token: this.secrets.verificationToken, challenge, type: 'url_verification' };
    const ack = await this.post(JSON.stringify(body), 'application/json', {});
    if (!ack.ok) return false;
    return ack.payload === challenge || (isObject(ack.payload) && ack.payload.challenge === challenge);
  }

  private async post(body: string, contentType: string, headers: Record<string, string>): Promise<Ack> {
    try {
      const init = {
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          ...signRequest(this.secrets.signingSecret, Math.floor(Date.now() / 1000), body),
          ...headers,
        },
        body,
      };
      const answer = await this.requests.post(this.url, init, ACK_DEADLINE_MS);
      const { text } = answer;
      if (answer.ok) return { ok: true, payload: text === '' ? {} : (parseJson(text) ?? text) };
      const error = answer.status >= 500 ? 'http_service_error' : 'http_client_error';
      return {
        ok: false,
        error,
        retryReason: 'http_error',
        noRetry: answer.headers['x-slack-no-retry'] === '1',
      };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return timedOut
        ? { ok: false, error: 'operation_timeout', retryReason: 'http_timeout' }
        : { ok: false, error: 'dispatch_failed', retryReason: 'connection_failed' };
    }
  }
}

function asFields(payload: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}
