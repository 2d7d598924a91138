import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { signRequest } from '../../src/playground/http/signRequest.ts';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { startHttpApp, startSocketApp } from './support/app.ts';
import { personAt } from './support/person.ts';
import { ANNA, clientFor, FLOOR, refusal, startWorkspace } from './support/workspace.ts';

type Frame = Record<string, unknown> & { payload?: Record<string, unknown> };

/** A bare connection that acknowledges only when told to. */
async function connect(slack: Playground) {
  const { url = '' } = await clientFor(slack, slack.appToken).apps.connections.open();
  const ws = new WebSocket(url);
  const frames: Frame[] = [];
  ws.on('message', (data) => frames.push(JSON.parse(data.toString())));
  await vi.waitFor(() => expect(frames[0]).toMatchObject({ type: 'hello' }));
  const closed = new Promise((resolve) => ws.on('close', resolve));
  const ack = (frame: Frame | undefined) =>
    ws.send(JSON.stringify({ envelope_id: frame?.envelope_id, payload: {} }));
  return { ws, frames, closed, ack, url, events: () => frames.filter((f) => f.type === 'events_api') };
}

describe('Socket Mode', () => {
  let slack: Playground;
  beforeEach(async () => {
    slack = await startWorkspace({ eventRetryDelays: [30, 30, 30] });
  });
  afterEach(() => slack.stop());
  const say = (text: string) => personAt(slack, ANNA).do('message', { channel: FLOOR, text });

  it('greets, takes a ticket once, and shares envelopes among connections', async () => {
    const one = await connect(slack);
    const two = await connect(slack);
    expect(one.frames[0]).toMatchObject({
      num_connections: 1,
      connection_info: { app_id: expect.stringMatching(/^A/) },
    });
    expect(two.frames[0]).toMatchObject({ num_connections: 2 });
    const again = new WebSocket(one.url);
    const refused = await new Promise((resolve) =>
      again.on('unexpected-response', (_q, r) => resolve(r.statusCode)),
    );
    expect(refused).toBe(401);
    for (const connection of [one, two]) {
      connection.ws.on('message', () => connection.ack(connection.frames.at(-1)));
    }
    await say('a');
    await say('b');
    expect([one.events().length, two.events().length]).toEqual([1, 1]);
    expect(one.events()[0]).toMatchObject({
      retry_attempt: 0,
      retry_reason: '',
      accepts_response_payload: false,
    });
  });

  it('keeps to ten connections', async () => {
    const connections = [];
    for (let i = 0; i < 10; i += 1) connections.push(await connect(slack));
    const { url = '' } = await clientFor(slack, slack.appToken).apps.connections.open();
    const ws = new WebSocket(url);
    const frame = await new Promise<string>((resolve) =>
      ws.on('message', (data) => resolve(data.toString())),
    );
    expect(JSON.parse(frame)).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  });

  it('delivers an event again until it is acknowledged, by the same event_id', async () => {
    const { ack, events, ws } = await connect(slack);
    await personAt(slack, ANNA).post('faults', { kind: 'lose_ack', method: 'message', times: 2 });
    ws.on('message', () => ack(events().at(-1)));
    await say('hello');
    await vi.waitFor(() => expect(events()).toHaveLength(3));
    expect(events().map((e) => [e.retry_attempt, e.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
    expect(new Set(events().map((e) => e.payload?.event_id)).size).toBe(1);
    expect(new Set(events().map((e) => e.envelope_id)).size).toBe(3);
  });

  it('says goodbye with a reason, and brings what was missed as a retry', async () => {
    const office = await startWorkspace({ eventRetryDelays: [300] });
    const anna = personAt(office, ANNA);
    const first = await connect(office);
    await anna.post('faults', { kind: 'close_socket', reason: 'refresh_requested' });
    await first.closed;
    expect(first.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await anna.do('message', { channel: FLOOR, text: 'missed' });
    const second = await connect(office);
    await vi.waitFor(() => expect(second.events()).toMatchObject([{ retry_attempt: 1 }]));
    await office.stop();
  });

  it('lets a repetition fall due when the clock is moved over it', async () => {
    const slow = await startWorkspace({ eventRetryDelays: [600_000] });
    const anna = personAt(slow, ANNA);
    await anna.do('message', { channel: FLOOR, text: 'nobody hears' });
    const { ack, events, ws } = await connect(slow);
    ws.on('message', () => ack(events().at(-1)));
    expect(events()).toEqual([]);
    await anna.post('clock', { advance: 'PT1H' });
    expect(events()).toMatchObject([{ retry_attempt: 1 }]);
    await slow.stop();
  });

  it('delivers twice and late on demand', async () => {
    const heard: string[] = [];
    const app = await startSocketApp(slack, (bolt) => {
      bolt.message(async ({ body, message }) => {
        heard.push(`${'text' in message ? message.text : ''} ${body.event_id}`);
      });
    });
    const anna = personAt(slack, ANNA);
    await anna.post('faults', { kind: 'event_twice', method: 'message' });
    await say('echo');
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
    await anna.post('faults', { kind: 'event_late', method: 'message', ms: 150 });
    await say('slow');
    expect(heard).toHaveLength(2);
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    await app.stop();
  });
});

describe('signed HTTP', () => {
  it('signs as Slack does', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signRequest('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)['x-slack-signature']).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('gets nowhere with an app that knows another secret', async () => {
    const slack = await startWorkspace();
    const heard: unknown[] = [];
    const { app } = await startHttpApp(
      slack,
      (bolt) => bolt.command('/room', async () => void heard.push(1)),
      'wrong',
    );
    const answer = await personAt(slack, ANNA).do('command', { channel: FLOOR, command: '/room' });
    expect(answer).toEqual({ ok: false, error: 'dispatch_failed' });
    expect(heard).toEqual([]);
    await app.stop();
    await slack.stop();
  });

  it('asks for the challenge first, retries events with their headers, and obeys x-slack-no-retry', async () => {
    const slack = await startWorkspace({ eventRetryDelays: [0, 0, 0] });
    const seen: { type: string; num: unknown; reason: unknown; agent: unknown }[] = [];
    let headers: Record<string, string> = {};
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        const body = JSON.parse(text);
        const {
          'x-slack-retry-num': num,
          'x-slack-retry-reason': reason,
          'user-agent': agent,
        } = request.headers;
        seen.push({ type: body.type, num, reason, agent });
        if (body.type === 'url_verification') response.end(body.challenge);
        else response.writeHead(500, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    slack.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const anna = personAt(slack, ANNA);
    await anna.do('message', { channel: FLOOR, text: 'one' });
    await vi.waitFor(() => expect(seen).toHaveLength(5));
    expect(seen.map((s) => [s.type, s.num, s.reason])).toEqual([
      ['url_verification', undefined, undefined],
      ['event_callback', undefined, undefined],
      ['event_callback', '1', 'http_error'],
      ['event_callback', '2', 'http_error'],
      ['event_callback', '3', 'http_error'],
    ]);
    expect(seen[0]?.agent).toContain('Slackbot');
    headers = { 'x-slack-no-retry': '1' };
    await anna.do('message', { channel: FLOOR, text: 'two' });
    await anna.post('clock', { advance: 'PT1M' });
    expect(seen).toHaveLength(6);
    server.close();
    server.closeAllConnections();
    await slack.stop();
  });
});

describe('response_url', () => {
  it('works five times within half an hour', async () => {
    const slack = await startWorkspace();
    const urls: string[] = [];
    const app = await startSocketApp(slack, (bolt) =>
      bolt.command('/room', async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack();
      }),
    );
    const anna = personAt(slack, ANNA);
    const command = async () => {
      await anna.do('command', { channel: FLOOR, command: '/room' });
      return urls.at(-1) ?? '';
    };
    const post = async (url: string, body: object = { text: 'hi' }) =>
      (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status;
    const url = await command();
    expect(await post(url, { text: '' })).toBe(400);
    for (let i = 0; i < 4; i += 1) expect(await post(url)).toBe(200);
    expect(await post(url)).toBe(404);
    const late = await command();
    await anna.post('clock', { advance: 'PT31M' });
    expect(await post(late)).toBe(404);
    expect((await anna.messages(FLOOR)).filter((m) => m.ephemeral)).toHaveLength(4);
    await app.stop();
    await slack.stop();
  });
});

describe('installing', () => {
  it('gives a token for a code, once', async () => {
    const slack = await startWorkspace();
    const redirect_uri = 'http://127.0.0.1/back';
    const query = new URLSearchParams({ client_id: slack.clientId, redirect_uri, state: 's1' });
    const page = await fetch(`${slack.url}/oauth/v2/authorize?${query}`, { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s1');
    const exchange = {
      code: back.searchParams.get('code') ?? '',
      client_id: slack.clientId,
      client_secret: slack.clientSecret,
      redirect_uri,
    };
    const client = clientFor(slack);
    const wrong = client.oauth.v2.access({ ...exchange, client_secret: 'x' });
    expect(await refusal(wrong)).toMatchObject({ error: 'bad_client_secret' });
    const granted = await client.oauth.v2.access(exchange);
    expect(granted).toMatchObject({
      token_type: 'bot',
      team: { id: 'T0001OFFICE' },
      authed_user: { id: ANNA },
    });
    expect((await clientFor(slack, granted.access_token).auth.test()).ok).toBe(true);
    expect(await refusal(client.oauth.v2.access(exchange))).toMatchObject({ error: 'invalid_code' });
    const denied = await fetch(`${slack.url}/oauth/v2/authorize?${query}&deny=1`, { redirect: 'manual' });
    expect(denied.headers.get('location')).toContain('error=access_denied');
    await slack.stop();
  });
});

describe('workflow functions', () => {
  it('are completed once', async () => {
    const slack = await startWorkspace();
    const app = await startSocketApp(slack, (bolt) =>
      bolt.function('tidy', async ({ complete }) => {
        await complete({ outputs: { room: 'blue' } });
      }),
    );
    const run = await personAt(slack, ANNA).do('function', { callback_id: 'tidy', inputs: {} });
    const { id, status, outputs } = run.execution as { id: string; status: string; outputs: object };
    expect({ status, outputs }).toEqual({ status: 'succeeded', outputs: { room: 'blue' } });
    const again = clientFor(slack).functions.completeError({ function_execution_id: id, error: 'x' });
    expect(await refusal(again)).toMatchObject({ error: 'execution_not_in_running_state' });
    await app.stop();
    await slack.stop();
  });
});
