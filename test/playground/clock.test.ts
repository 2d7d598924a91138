import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { personAt } from './support/person.ts';
import { ANNA, clientFor, FLOOR, startWorkspace } from './support/workspace.ts';

/** An app's hook: does its due work, and names its next instant. */
async function startHook(next: (now: Date) => Date | null | Promise<Date | null>) {
  const told: { now: string; idle?: boolean }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', async () => {
      const question = JSON.parse(text);
      told.push(question);
      const due = await next(new Date(question.now));
      response.end(JSON.stringify({ next: due?.toISOString() ?? null }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tick`,
    told,
    moves: () => told.filter((t) => !t.idle).map((t) => t.now),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const at = (iso: string) => new Date(iso);

describe('the clock', () => {
  let slack: Playground;
  const lines: string[] = [];
  beforeEach(async () => {
    lines.length = 0;
    slack = await startWorkspace({ log: (line) => lines.push(line) });
  });
  afterEach(() => slack.stop());
  const move = (body: object) => personAt(slack, ANNA).post('clock', body);
  const follow = (hook: string, method = 'POST') =>
    fetch(slack.clockUrl, { method, body: JSON.stringify({ hook }) }).then((r) => r.json());

  it('starts where it is set and flows on', async () => {
    const { now } = z.object({ now: z.string() }).parse(await (await fetch(slack.clockUrl)).json());
    const gone = at(now).getTime() - at('2026-03-02T09:00:00Z').getTime();
    expect(gone).toBeGreaterThanOrEqual(0);
    expect(gone).toBeLessThan(5000);
  });

  it('moves by durations and to instants, never back', async () => {
    expect(await move({ to: '2026-03-27T09:00:00+01:00' })).toEqual({
      ok: true,
      now: expect.stringMatching(/^2026-03-27T08:00:0/),
    });
    expect((await move({ advance: 'P1M' })).now).toMatch(/^2026-04-27T08:00:0/);
    expect((await move({ advance: 'P1DT2H' })).now).toMatch(/^2026-04-28T10:00:0/);
    expect(await move({ to: '2026-01-01T00:00:00Z' })).toEqual({
      ok: false,
      error: 'clock_moves_forward_only',
    });
    expect(await move({ advance: 'tomorrow' })).toEqual({ ok: false, error: 'invalid_duration' });
    expect(await move({ advance: 'P' })).toEqual({ ok: false, error: 'invalid_duration' });
    expect((await move({})).error).toBe('invalid_arguments');
  });

  it('stops at every instant an app names, and tells it the target too', async () => {
    const posted: string[] = [];
    let done = 0;
    const hook = await startHook(async (now) => {
      if (now.getUTCHours() === 8 && now.getUTCDate() > done) {
        done = now.getUTCDate();
        const { ts } = await clientFor(slack).chat.postMessage({ channel: FLOOR, text: now.toISOString() });
        posted.push(ts ?? '');
      }
      const next = new Date(now);
      next.setUTCHours(8, 0, 0, 0);
      return next > now ? next : new Date(next.getTime() + 86_400_000);
    });
    await follow(hook.url);
    await move({ to: '2026-03-05T12:00:00Z' });
    const days = ['03', '04', '05'].map((day) => `2026-03-${day}T08:00:00.000Z`);
    expect(hook.moves()).toEqual(expect.arrayContaining([...days, '2026-03-05T12:00:00.000Z']));
    expect(hook.moves()).toEqual([...hook.moves()].sort());
    expect(posted.map((ts) => new Date(Number(ts) * 1000).toISOString().slice(0, 16))).toEqual([
      '2026-03-03T08:00',
      '2026-03-04T08:00',
      '2026-03-05T08:00',
    ]);
    await hook.stop();
  });

  it('goes on to the target when an app names no future instant', async () => {
    const hook = await startHook((now) => now);
    await follow(hook.url);
    const { now } = await move({ advance: 'PT5M' });
    expect(at(String(now)) > at('2026-03-02T09:05:00Z')).toBe(true);
    expect(hook.moves().length).toBeLessThan(10);
    expect(lines.join()).toContain('still to come');
    await hook.stop();
  });

  it('tells every follower, and forgets those that left or cannot be reached', async () => {
    const one = await startHook(() => null);
    const two = await startHook(() => null);
    const gone = await startHook(() => null);
    for (const hook of [one, two, gone]) await follow(hook.url);
    await gone.stop();
    await move({ advance: 'PT1H' });
    expect([one.moves().length, two.moves().length]).toEqual([2, 2]);
    expect(lines.join()).toContain(`${gone.url} dropped`);
    await follow(two.url, 'DELETE');
    await move({ advance: 'PT1H' });
    expect([one.moves().length, two.moves().length]).toEqual([4, 2]);
    expect(await follow('http://elsewhere.example/')).toEqual({ ok: false, error: 'invalid_hook' });
    await one.stop();
    await two.stop();
  });

  it('a connection that breaks under a question is no reason to follow no more: it is asked again', async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.end(JSON.stringify({ next: null }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await follow(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tick`);
    expect(await move({ advance: 'PT1H' })).toMatchObject({ ok: true });
    expect(asked).toBeGreaterThan(1);
    expect(lines.join()).not.toContain('dropped');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('asks a following app whether it is idle before a person gets an answer', async () => {
    const hook = await startHook(() => null);
    await follow(hook.url);
    await personAt(slack, ANNA).do('message', { channel: FLOOR, text: 'x' });
    expect(hook.told).toMatchObject([{ idle: true }]);
    await hook.stop();
  });

  it('orders clock moves that come at the same time', async () => {
    const answers = await Promise.all([move({ advance: 'P1D' }), move({ advance: 'P1D' })]);
    expect(answers.map((a) => String(a.now).slice(0, 10)).sort()).toEqual(['2026-03-03', '2026-03-04']);
  });
});
