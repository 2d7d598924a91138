import { signRequest } from '../../src/playground/http/signRequest.ts';
import type { RunningDuly } from '../support/runningDuly.ts';

export type Payload = Record<string, unknown>;

interface How {
  readonly secret?: string;
  /** seconds before now */
  readonly age?: number;
  readonly retry?: number;
}

/** Sends an event to Duly as Slack would, signed; resolves with the answer when Duly has done what it set off. */
export async function sendEvent(duly: RunningDuly, event: Payload, how: How = {}): Promise<Response> {
  return send(duly, JSON.stringify(event), 'application/json', how);
}

/** The same with a click, a submission or a shortcut. */
export async function sendInteraction(duly: RunningDuly, payload: Payload, how: How = {}): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return send(duly, body, 'application/x-www-form-urlencoded', how);
}

/** The same with a slash command. */
export async function sendCommand(duly: RunningDuly, fields: Payload, how: How = {}): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return send(duly, body, 'application/x-www-form-urlencoded', how);
}

/** What Slack sent to Duly so far of one kind, oldest first, as it was sent. */
export async function sent(duly: RunningDuly, kind: string, name?: string): Promise<Payload[]> {
  const traffic = await duly.traffic();
  return traffic
    .filter((entry) => entry.direction === 'out' && entry.kind === kind)
    .filter((entry) => name === undefined || entry.name === name)
    .map(({ request }) => request as Payload);
}

/** Everything that Slack sent to Duly so far is sent once more, oldest first: the same requests, late. */
export async function sendAllAgain(duly: RunningDuly): Promise<number> {
  const again = (await duly.traffic()).filter(({ direction }) => direction === 'out');
  for (const { kind, request } of again) {
    const payload = request as Payload;
    if (kind === 'events_api') await sendEvent(duly, payload, { retry: 1 });
    if (kind === 'interactive') await sendInteraction(duly, payload);
    if (kind === 'slash_commands') await sendCommand(duly, payload);
  }
  return again.length;
}

async function send(duly: RunningDuly, body: string, contentType: string, how: How): Promise<Response> {
  const { secret = duly.playground.signingSecret, age = 0, retry } = how;
  const answer = await fetch(duly.requestUrl, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      ...signRequest(secret, Math.floor(Date.now() / 1000) - age, body),
      ...(retry && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
    },
    body,
  });
  await duly.duly.slack.idle();
  await duly.duly.pulse.settle();
  return answer;
}
