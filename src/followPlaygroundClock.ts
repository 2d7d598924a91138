import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Clock } from './clock.ts';

export interface PlaygroundClock extends Clock {
  /** Stops answering the playground; the clock goes on from where it stands. */
  close(): Promise<void>;
}

const Now = z.object({
  now: z.iso.datetime({ offset: true }).transform((iso) => new Date(iso)),
  /** the clock has not moved: the question is only whether work is still going on */
  idle: z.boolean().default(false),
});

/**
 * Lets Duly live in the playground's time. `url` is the playground's clock (`PLAYGROUND_CLOCK_URL`): asked for the time, and told
 * a hook of ours on 127.0.0.1, to which it posts each new instant. The answer is given when `settle` is through: it has to run
 * what is due, empty the outbox and say when the next thing falls due (null: nothing does). Until then the clock stands at
 * that instant; between two moves it goes as real time does, and it never goes back.
 *
 * @throws when the playground does not answer
 */
export async function followPlaygroundClock(
  url: string,
  settle: (question: { idle: boolean }) => Promise<Date | null>,
): Promise<PlaygroundClock> {
  let held: number | undefined;
  let offset = (await readNow(await fetch(url))).getTime() - Date.now();
  const now = () => held ?? Date.now() + offset;

  async function move(request: IncomingMessage): Promise<{ next: Date | null }> {
    const told = Now.parse(JSON.parse(await text(request)));
    held = Math.max(now(), told.now.getTime());
    try {
      return { next: await settle({ idle: told.idle }) };
    } finally {
      offset = held - Date.now();
      held = undefined;
    }
  }

  let moves: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    const answer = moves.then(() => move(request));
    moves = answer.catch(() => {}); // one at a time, and a failed one does not block the next
    answer.then(
      (body) => reply(response, 200, body),
      (error: unknown) =>
        reply(response, 500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  // a connection that we closed just as the playground used it would look as if nobody followed any more
  server.keepAliveTimeout = 0;
  const hook = await listen(server);
  await readNow(await fetch(url, send('POST', { hook })));

  return {
    now: () => new Date(now()),
    async close() {
      await fetch(url, send('DELETE', { hook })).catch(() => {}); // the playground may be gone first
      await closeServer(server);
    },
  };
}

const send = (method: string, body: unknown): RequestInit => ({
  method,
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

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
