import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personAt } from './support/person.ts';
import { ANNA, ANNAS_DM, clientFor, FLOOR, GARDEN, startWorkspace } from './support/workspace.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('goes on with the same conversation, files, mail and clock', async () => {
  const stateFile = join(folder, 'deep', 'state.json');
  const before = await startWorkspace({ stateFile });
  const client = clientFor(before);
  const anna = personAt(before, ANNA);
  const { ts = '' } = await client.chat.postMessage({
    channel: FLOOR,
    text: 'kept',
    metadata: { event_type: 'x', event_payload: { key: 'k' } },
  });
  await anna.do('react', { channel: FLOOR, ts, name: 'eyes' });
  await anna.do('upload', { channel: ANNAS_DM, filename: 'a.txt', content_base64: 'aGk=' });
  await client.conversations.join({ channel: GARDEN });
  await client.views.publish({ user_id: ANNA, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  await client.chat.scheduleMessage({
    channel: FLOOR,
    text: 'later',
    post_at: Math.floor(before.now().getTime() / 1000) + 172_800,
  });
  const transport = createTransport(before.smtpUrl);
  await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', subject: 's', text: 't' });
  transport.close();
  await anna.post('clock', { advance: 'P1D' });
  const seen = await anna.see();
  await before.stop();

  const after = await startWorkspace({ stateFile });
  const annaAgain = personAt(after, ANNA);
  const now = await annaAgain.see();
  expect(after.botToken).toBe(before.botToken);
  const unported = (value: object) => JSON.parse(JSON.stringify(value).replaceAll(before.url, after.url));
  expect(now.channels).toEqual(unported(seen.channels));
  expect(now.home?.blocks).toEqual(seen.home?.blocks);
  expect(now.now >= seen.now).toBe(true);
  expect(await annaAgain.mail()).toHaveLength(1);
  const next = await clientFor(after).chat.postMessage({ channel: GARDEN, text: 'on' });
  expect((next.ts ?? '') > ts).toBe(true);
  await annaAgain.post('clock', { advance: 'P2D' });
  expect((await annaAgain.messages(FLOOR)).map((m) => m.text)).toEqual(['kept', 'later']);
  await after.stop();
});

it('will not start on a file that is not its own', async () => {
  const stateFile = join(folder, 'state.json');
  await writeFile(stateFile, '{"version":7}');
  await expect(startWorkspace({ stateFile })).rejects.toThrow();
  expect(await readFile(stateFile, 'utf8')).toBe('{"version":7}');
});
