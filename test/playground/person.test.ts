import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { personAt } from './support/person.ts';
import {
  ANNA,
  ANNAS_DM,
  BOARD,
  BOB,
  clientFor,
  FLOOR,
  GARDEN,
  GUEST,
  startWorkspace,
} from './support/workspace.ts';

let slack: Playground;
beforeEach(async () => {
  slack = await startWorkspace();
});
afterEach(() => slack.stop());

describe('what a person sees', () => {
  it('is their own conversations; without a name, the first member’s', async () => {
    const state = await personAt(slack, '').see();
    expect(state.user).toBe(ANNA);
    expect(state.users.map((u) => u.id)).toEqual([ANNA, BOB, GUEST]);
    expect(state.channels.map((c) => [c.id, c.is_im])).toEqual([
      [FLOOR, false],
      [GARDEN, false],
      [ANNAS_DM, true],
    ]);
    expect((await personAt(slack, BOB).see()).channels.map((c) => c.id)).toEqual([FLOOR, BOARD, 'D0002BOB']);
    expect(await personAt(slack, 'U0').get('state?user=U0')).toEqual({ ok: false, error: 'user_not_found' });
  });

  it('can be narrowed to a channel, a time and a number', async () => {
    const client = clientFor(slack);
    const stamps: string[] = [];
    for (const text of ['a', 'b', 'c'])
      stamps.push((await client.chat.postMessage({ channel: FLOOR, text })).ts ?? '');
    const texts = async (filter: string) => {
      const { channels } = await personAt(slack, ANNA).see(filter);
      return channels.map((c) => c.messages.map((m) => m.text));
    };
    expect(await texts(`channel=${FLOOR}&since=${stamps[1]}`)).toEqual([['b', 'c']]);
    expect(await texts(`channel=${FLOOR}&limit=1`)).toEqual([['c']]);
  });

  it('comes as a stream when it changes', async () => {
    const stream = await fetch(`${slack.url}/client/stream?user=${ANNA}&channel=${FLOOR}`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse(String((await reader?.read())?.value).replace(/^data: /, ''));
    expect((await next()).channels[0].messages).toEqual([]);
    await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'news' });
    expect((await next()).channels[0].messages).toMatchObject([{ text: 'news' }]);
    await reader?.cancel();
  });

  it('is shown on a page that runs its own script only, at every address of a message', async () => {
    const page = await fetch(slack.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    expect(html).toContain('src="/assets/page.js"');
    expect(await (await fetch(`${slack.url}/archives/${FLOOR}/p1`)).text()).toBe(html);
    expect((await fetch(`${slack.url}/assets/main.tsx`)).status).toBe(404);
  });
});

describe('traffic', () => {
  it('keeps calls and envelopes, without tokens', async () => {
    await clientFor(slack).chat.postMessage({ channel: FLOOR, text: 'hi', token: slack.botToken });
    const traffic = await personAt(slack, ANNA).traffic();
    expect(traffic.find((t) => t.direction === 'out')).toMatchObject({ kind: 'events_api', name: 'message' });
    expect(traffic.find((t) => t.direction === 'in')).toMatchObject({
      kind: 'api',
      name: 'chat.postMessage',
      request: { text: 'hi' },
      response: { ok: true },
    });
    expect(JSON.stringify(traffic)).not.toContain(slack.botToken);
  });
});

describe('what is refused', () => {
  it.each([
    ['message', { channel: BOARD, text: 'x' }, 'channel_not_found'],
    ['message', { channel: FLOOR }, 'invalid_arguments'],
    ['react', { channel: FLOOR, ts: '1.1', name: 'eyes' }, 'message_not_found'],
    ['action', { action_id: 'x' }, 'no_surface'],
    ['submit', { view: 'V0' }, 'view_not_found'],
    ['dance', {}, 'unknown_call'],
  ])('%s %j: %s', async (name, body, error) => {
    expect(await personAt(slack, ANNA).do(name, body)).toMatchObject({ ok: false, error });
  });

  it('people who are not there', async () => {
    expect(await personAt(slack, 'U0').do('message', { channel: FLOOR, text: 'x' })).toEqual({
      ok: false,
      error: 'user_not_found',
    });
  });

  it('other sites and other names for this machine', async () => {
    const statusWith = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        request(`${slack.url}/client/state`, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    const { port } = new URL(slack.url);
    expect(await statusWith({ host: `rebound.example:${port}` })).toBe(403);
    expect(await statusWith({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusWith({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  });
});
