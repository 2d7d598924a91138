import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { ManualClock, systemClock } from '../src/clock.ts';
import { followPlaygroundClock } from '../src/followPlaygroundClock.ts';

test('a manual clock stands still, goes forward and refuses to go back', () => {
  const clock = new ManualClock('2026-11-22T09:00:00Z');
  expect(clock.now()).toEqual(new Date('2026-11-22T09:00:00Z'));
  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2026-11-22T09:01:00Z'));
  expect(() => clock.moveTo('2026-11-22T09:00:59Z')).toThrow(RangeError);
  expect(() => new ManualClock('tomorrow')).toThrow(RangeError);
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(new Date('2026-11-22T09:01:00Z'));
});

test('the system’s clock is the real one', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
});

test('Duly moves with the playground: settles at the exact instant, then says what is next', async () => {
  const playground = await startPlaygroundClock('2030-01-07T08:00:00.000Z');
  const seen: string[] = [];
  const clock = await followPlaygroundClock(playground.url, async () => {
    seen.push(clock.now().toISOString());
    return seen.length === 1 ? new Date('2030-01-08T08:30:00Z') : null;
  });
  expect(clock.now().toISOString()).toMatch(/^2030-01-07T08:00/);

  expect(await playground.move('2030-01-08T08:00:00.000Z')).toEqual({
    status: 200,
    body: { next: '2030-01-08T08:30:00.000Z' },
  });
  expect(await playground.move('2030-01-08T08:30:00.000Z')).toEqual({ status: 200, body: { next: null } });
  expect(seen).toEqual(['2030-01-08T08:00:00.000Z', '2030-01-08T08:30:00.000Z']);

  await playground.move('2029-01-01T00:00:00.000Z');
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2030-01-08T08:30:00Z'));
  await clock.close();
  expect(playground.hooks).toEqual([]);
});

test('work that fails at an instant is told to the playground, and the next instant is tried afresh', async () => {
  const playground = await startPlaygroundClock('2030-01-07T08:00:00Z');
  let fails = true;
  const clock = await followPlaygroundClock(playground.url, async () => {
    if (fails) throw new Error('the ledger is away');
    return null;
  });
  expect(await playground.move('2030-01-08T00:00:00Z')).toEqual({
    status: 500,
    body: { error: 'the ledger is away' },
  });
  fails = false;
  expect((await playground.move('2030-01-09T00:00:00Z')).status).toBe(200);
  expect((await playground.move('soon')).status).toBe(500);
  await clock.close();
});

test('without a playground there is no clock to follow', async () => {
  await expect(followPlaygroundClock('http://127.0.0.1:1/clock', async () => null)).rejects.toThrow();
});

/** The playground's side of the protocol, as far as an app sees it. */
async function startPlaygroundClock(now: string) {
  const hooks: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') hooks.push(((await json(request)) as { hook: string }).hook);
    if (request.method === 'DELETE')
      hooks.splice(hooks.indexOf(((await json(request)) as { hook: string }).hook), 1);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ now }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`;
  const move = async (to: string) => {
    const answer = await fetch(hooks[0] ?? '', { method: 'POST', body: JSON.stringify({ now: to }) });
    return { status: answer.status, body: await answer.json() };
  };
  return { url, hooks, move };
}
