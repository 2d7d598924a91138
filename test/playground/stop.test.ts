import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** A whole life in a process of its own: an app connects, an event waits for its repetition, then all is stopped. */
const LIFE = `
  const { startWorkspace, clientFor } = await import('./support/workspace.ts');
  const { startSocketApp } = await import('./support/app.ts');
  const slack = await startWorkspace();
  const stream = await fetch(slack.url + '/client/stream');
  const app = await startSocketApp(slack, () => undefined);
  await app.stop();
  await clientFor(slack).chat.postMessage({ channel: 'C0001FLOOR', text: 'nobody hears' });
  await slack.stop();
  await stream.body.cancel().catch(() => undefined);
  console.log('stopped');
`;

it('leaves nothing running', async () => {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', LIFE], { cwd });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await expect.poll(() => said, { timeout: 15_000 }).toContain('stopped');
  const late = setTimeout(() => child.kill('SIGKILL'), 2000);
  expect(await ended).toBe(0);
  clearTimeout(late);
}, 20_000);
