import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Playground, PlaygroundOptions } from '../../src/playground/startPlayground.ts';

type Address = Pick<Playground, 'url' | 'apiUrl' | 'clockUrl' | 'botToken' | 'appToken' | 'smtpUrl'>;

export interface LocalSlack extends Address {
  stop(): Promise<void>;
}

/** A local Slack in a process of its own, as Slack itself is: what it does, it does while Duly works. Throws when it does not start. */
export async function startLocalSlack(options: PlaygroundOptions): Promise<LocalSlack> {
  const script = fileURLToPath(new URL('localSlack.ts', import.meta.url));
  const child = fork(script, { serialization: 'advanced', execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  child.send(options);
  const address = await Promise.race([
    once(child, 'message').then(([told]) => told as Address),
    ended.then(([code]) => Promise.reject(new Error(`the local Slack did not start: ${code}`))),
  ]);
  return {
    ...address,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
