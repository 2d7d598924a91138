import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkMailServer } from '../../../src/delivery/mail/checkMailServer.ts';
import { slackClient } from '../../../src/delivery/slackClient.ts';
import { startPlayground } from '../../../src/playground/startPlayground.ts';
import { askSlack, lookAtChannels } from '../../../src/useCases/doctor/askSlack.ts';
import { loadWorkspaceFacts } from '../../../src/useCases/doctor/loadWorkspaceFacts.ts';
import { ensureWorkspace } from '../../../src/useCases/workspaces/ensureWorkspace.ts';
import { channels, playgroundChannels, playgroundUsers, TEAM } from '../../support/sampleTeam.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, ledgerFile } from '../ledger/ledgerKit.ts';

const manifest = JSON.parse(await readFile(new URL('../../../manifest.json', import.meta.url), 'utf8'));

async function aSlack() {
  const playground = await startPlayground({
    manifest,
    team: TEAM,
    users: playgroundUsers(),
    channels: [
      ...playgroundChannels(),
      { id: 'C08SHARED', name: 'shared', members: [], botIsMember: true, is_ext_shared: true },
      { id: 'C09GUESTS', name: 'guests', members: ['U08GUS'], botIsMember: true },
    ],
  });
  onTestFinished(() => playground.stop());
  const client = (token: string) => slackClient({ token, apiUrl: playground.apiUrl });
  return { playground, bot: client(playground.botToken), app: client(playground.appToken), client };
}

test('Slack tells team and scopes, and whether Socket Mode opens', async () => {
  const { bot, app } = await aSlack();
  const answers = await askSlack({ bot, app, manifest });
  expect(answers).toMatchObject({ token: { ok: true }, teamId: TEAM.id, appToken: { ok: true } });
  expect(answers.scopes.granted).toEqual(expect.arrayContaining([...answers.scopes.required]));
});

test('a wrong token is told by Slack’s own word', async () => {
  const { client } = await aSlack();
  const wrong = client('xoxb-wrong');
  expect(await askSlack({ bot: wrong, app: wrong, manifest })).toMatchObject({
    token: { ok: false, why: 'invalid_auth' },
    appToken: { ok: false },
  });
});

test('channels: in it, not in it, shared outside, with guests, gone', async () => {
  const { bot } = await aSlack();
  const ids = [channels.collections, channels.random, 'C08SHARED', 'C09GUESTS', 'C404'];
  const found = await lookAtChannels(bot, ids);
  expect(ids.map((id) => found[id]?.kind)).toEqual([
    'open',
    'not_member',
    'shared_outside',
    'has_guests',
    'not_found',
  ]);
});

test('the mail server of the playground lets Duly in; a port where nobody listens does not', async () => {
  const { playground } = await aSlack();
  expect(await checkMailServer(playground.smtpUrl)).toEqual({ ok: true });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await new Promise((resolve) => server.close(resolve));
  expect(await checkMailServer(`smtp://duly:secret@127.0.0.1:${port}`)).toMatchObject({ ok: false });
});

test('a ledger, its customers and what waits, in counts', async () => {
  const { db } = await testDatabase();
  await bringIn(db, ledgerFile('xero-sales-invoices.csv'), {
    asOf: '2026-11-20',
    now: new Date('2026-11-20T10:00:00Z'),
  });
  const now = new Date('2026-11-24T10:00:00Z');
  const workspace = await ensureWorkspace({ db, now });
  const post = { workspaceId: workspace.id, kind: 'slack_post', lane: 'C1', payload: {}, createdAt: now };
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  await db.prisma.outbox.createMany({
    data: [
      { ...post, id: 'late', key: 'late', notBefore: ago(16) },
      { ...post, id: 'soon', key: 'soon', notBefore: ago(14) },
      { ...post, id: 'failed', key: 'failed', state: 'failed', notBefore: ago(60) },
    ],
  });
  const facts = await loadWorkspaceFacts(db, { workspace, now });
  expect(facts).toMatchObject({
    startedAt: undefined,
    isFresh: true,
    outbox: { late: 1, failed: 1, unsure: 0 },
  });
  expect(facts.openItems).toBeGreaterThan(0);
  expect(facts.debtors.unowned).toBe(facts.debtors.all);
  expect(facts.roles.manager).toBe(0);
  const later = await loadWorkspaceFacts(db, { workspace, now: new Date('2026-11-25T10:00:00Z') });
  expect(later.isFresh).toBe(false);
});
