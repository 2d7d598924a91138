import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { smtpTransport } from '../../src/delivery/mail.ts';
import { slackClients } from '../../src/delivery/slackClient.ts';
import { startPlayground } from '../../src/playground/startPlayground.ts';
import { letter, post, postRoom, update, WORKSPACE } from './postRoom.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function playgroundWithTeam(now: Date) {
  const person = { tz: 'Europe/London' };
  const playground = await startPlayground({
    manifest,
    team: { id: 'T0000001', domain: 'northwind', name: 'Northwind' },
    users: [
      { id: 'U0000001', name: 'maya', real_name: 'Maya', ...person },
      { id: 'U0000002', name: 'guest', real_name: 'Guest', is_restricted: true, ...person },
    ],
    channels: [
      { id: 'C0000001', name: 'collections', members: ['U0000001'], botIsMember: true },
      { id: 'C0000002', name: 'lobby', members: ['U0000001', 'U0000002'], botIsMember: true },
      { id: 'C0000003', name: 'partners', members: ['U0000001'], botIsMember: true, is_ext_shared: true },
    ],
    start: now,
  });
  onTestFinished(() => playground.stop());
  return playground;
}

interface Seen {
  readonly channels: {
    id: string;
    messages: { text: string; thread_ts?: string; ts: string; reactions?: { name: string }[] }[];
  }[];
}

test('through the strict local Slack: digest and thread, prompts, pictures, updates, refusals and mail', async () => {
  const room = await postRoom();
  const playground = await playgroundWithTeam(room.clock.now());
  const slack = slackClients({ tokenOf: async () => playground.botToken, apiUrl: playground.apiUrl });
  const about = { kind: 'case', id: '1' };
  const file = { kind: 'slack_file', channel: 'C0000001', filename: 'ageing.png', title: 'Ageing' } as const;
  await room.write(
    post('C0000001', 'digest', { messageKey: 'digest' }),
    {
      key: 'detail',
      payload: { kind: 'slack_post', channel: 'C0000001', text: 'detail', threadOf: 'digest' },
    },
    { key: 'ageing', payload: { ...file, contentBase64: PNG, altText: 'Ageing by week', text: 'picture' } },
    post('U0000001', 'morning list', { messageKey: 'morning' }),
    update('morning', 'morning list, one done'),
    {
      key: 'approval',
      payload: { kind: 'slack_post', channel: 'C0000001', text: 'approve?', reactions: ['white_check_mark'] },
    },
    post('C0000002', 'debts in the lobby', { about }),
    post('C0000003', 'debts to partners', { about }),
    letter('ap@acme.example', 'Notice'),
  );
  const fault = { kind: 'lose_reply', method: 'chat.postMessage', times: 1 };
  const headers = { 'content-type': 'application/json' };
  const faults = await fetch(`${playground.url}/client/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify(fault),
  });
  expect(await faults.json()).toMatchObject({ ok: true });
  await room.start({ slack, mail: smtpTransport({ url: playground.smtpUrl }) }).drain();

  const answer = await fetch(`${playground.url}/client/state?user=U0000001`);
  const { channels } = (await answer.json()) as Seen;
  const textsIn = (id: string) => channels.find((c) => c.id === id)?.messages.map((m) => m.text);
  expect(textsIn('C0000001')).toEqual(['digest', 'detail', 'picture', 'approve?']);
  expect(textsIn('C0000002')).toEqual([]);
  expect(textsIn('C0000003')).toEqual([]);
  expect(channels.some((c) => c.messages.some((m) => m.text === 'morning list, one done'))).toBe(true);
  const collections = channels.find((c) => c.id === 'C0000001')?.messages ?? [];
  expect(collections[1]?.thread_ts).toBe(collections[0]?.ts);
  expect(collections[3]?.reactions?.map((r) => r.name)).toEqual(['white_check_mark']);
  expect(room.settled.map((s) => s.outcome.why ?? s.outcome.state).toSorted()).toEqual([
    'has_guests',
    'sent',
    'shared_outside',
  ]);
  const mails = (await (await fetch(`${playground.url}/client/mail`)).json()) as unknown[];
  expect(mails).toHaveLength(1);
  const states = await room.db.prisma.outbox.findMany({ where: { workspaceId: WORKSPACE, state: 'sent' } });
  expect(states).toHaveLength(7);
});
