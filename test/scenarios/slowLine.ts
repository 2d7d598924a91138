import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface SlowLine {
  /** the same address, by way of this line */
  readonly url: string;
  /** from now on every packet takes so long, each way counted once; 0 = none */
  delay(ms: number): void;
  /** resolves when somebody next sends something over it that matches */
  seen(pattern: RegExp): Promise<void>;
}

/** A line between a client and the server at `url`, for the running test. `answers` are held back while `holdAnswers` says so. */
export async function slowLine(url: string, options: { holdAnswersAfter?: RegExp } = {}): Promise<SlowLine> {
  const target = new URL(url);
  let delayMs = 0;
  const watchers = new Set<{ pattern: RegExp; seen: () => void }>();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let held = false;
    let recent = '';
    let last: Promise<void> = Promise.resolve();
    const later = (send: () => void) => {
      const wait = delayMs === 0 ? Promise.resolve() : setTimeout(delayMs);
      last = Promise.all([last, wait]).then(send); // packets never overtake each other
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      const words = recent + chunk.toString('latin1'); // what is looked for may come in two pieces
      recent = words.slice(-100);
      if (options.holdAnswersAfter?.test(words)) held = true;
      later(() => upstream.write(chunk));
      for (const watcher of watchers) {
        if (!watcher.pattern.test(words)) continue;
        watchers.delete(watcher);
        watcher.seen();
      }
    });
    upstream.on('data', (chunk) => {
      if (!held) client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const line = new URL(url);
  line.searchParams.delete('host'); // a socket file would go past the line
  line.hostname = '127.0.0.1';
  line.port = String((server.address() as AddressInfo).port);
  return {
    url: line.href,
    delay: (ms) => {
      delayMs = ms;
    },
    seen: (pattern) => new Promise((seen) => watchers.add({ pattern, seen })),
  };
}
