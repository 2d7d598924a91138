import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Clock } from './clock.ts';

export interface PlaygroundClock extends Clock {
  /** Stops answering the playground; the clock goes on from where it stands. */
  close(): Promise<void>;
}

const Now = z.object({ now: z.iso.datetime({ offset: true }).transform((iso) => new Date(iso)) });

/**
 * Lets Duly live in the playground's time. `url` is the playground's clock (`PLAYGROUND_CLOCK_URL`): asked for the time, and told
 * a hook of ours on 127.0.0.1, to which it posts each new instant. The answer is given when `settle` is through: it has to run
 * what is due, empty the outbox and say when the next thing falls due (null: nothing does). Between two moves the time flows
 * as real time does; it never goes back.
 *
 * @throws when the playground does not answer
 */
export async function followPlaygroundClock(
  url: string,
  settle: () => Promise<Date | null>,
): Promise<PlaygroundClock> {
  let offset = 0;
  const setTo = (now: Date) => {
    offset = Math.max(offset, now.getTime() - Date.now());
  };
  const clock = { now: () => new Date(Date.now() + offset) };

  offset = (await readNow(await fetch(url))).getTime() - Date.now();

  let moving: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    const move = moving.then(async () => {
      setTo(Now.parse(JSON.parse(await text(request))).now);
      return { next: await settle() };
    });
    moving = move.catch(() => {}); // one move at a time, and a failed one does not block the next
    move.then(
      (answer) => reply(response, 200, answer),
      (error: unknown) =>
        reply(response, 500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  const hook = await listen(server);
  setTo(await readNow(await fetch(url, post({ hook }))));

  return { ...clock, close: () => close(server) };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function readNow(response: Response): Promise<Date> {
  if (!response.ok) throw new Error(`the playground's clock at ${response.url} answered ${response.status}`);
  return Now.parse(await response.json()).now;
}

function reply(response: ServerResponse<IncomingMessage>, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
