import { expect, test } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { channels } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const EARLY = { start: '2026-11-23T08:00:00Z' };
const inPrivate = { channels: { collections: channels.finance, approvals: channels.approvals } };

async function choose({ person }: NoticeTeam, chosen: Record<string, string>) {
  await person.marta.command('settings');
  const picked = Object.entries(chosen).map(([place, id]) => [place, { selected_conversation: id }]);
  expect(await person.marta.submit(Object.fromEntries(picked))).toMatchObject({ ok: true });
  await person.marta.close();
}

async function read({ person }: NoticeTeam, channel: string) {
  return (await person.vera.messages(channel)).map((m) => `${m.text}\n${wordsOf(m)}`).join('\n');
}

/** Peter Private, late since October. */
function peter({ db, workspaceId, member }: NoticeTeam) {
  return aDebtor(db, workspaceId, {
    name: 'Peter Private',
    kind: 'individual',
    account: 'P-1',
    ownerId: member.colin,
    invoices: [{ due: '2026-11-20', amount: 50_000 }],
    contacts: [{ name: 'Peter Private', email: 'p@p.example', phone: '+44 20 7946 0009' }],
  });
}

const archived = (team: NoticeTeam, times = 1) =>
  team.fault({ kind: 'error', method: 'chat.postMessage', error: 'is_archived', times });

/** Somebody asks for Peter's or Acme's final notice while the channel for approvals is archived. */
async function askedWhileArchived(team: NoticeTeam, kind: 'individual' | 'business') {
  const debtor = await acmeBeforeFinalNotice(team, { kind });
  const name = kind === 'individual' ? 'Peter Private' : 'Acme Rooms';
  await team.db.prisma.debtor.update({ where: { id: debtor.id }, data: { name } });
  await team.settle();
  await archived(team);
  await click(team, 'colin', 'prompt_ask_approval');
  await team.fault({ clear: true });
}

test('a request about a private individual that could not be posted is withdrawn, where a public channel is chosen instead', async () => {
  const team = await noticeTeam();
  await askedWhileArchived(team, 'individual');
  await choose(team, { approvals: channels.collections });
  await team.settle();
  const said = await read(team, channels.collections);
  expect(said).not.toContain('Peter Private');
  expect(said).not.toContain('Dear');
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'void' });
  expect((await team.person.colin.last()).text).toContain('Peter Private');
  // the old channel works again: nothing follows in the public one
  await team.move({ advance: 'PT13H' });
  await choose(team, { approvals: channels.approvals });
  await team.settle();
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await read(team, channels.collections)).not.toContain('Peter Private');
});

test('a request about a business that could not be posted follows to the public channel, with its letter', async () => {
  const team = await noticeTeam();
  await askedWhileArchived(team, 'business');
  await choose(team, { approvals: channels.collections });
  await team.settle();
  expect(await read(team, channels.collections)).toContain('Final notice for Acme Rooms');
  expect(await read(team, channels.collections)).toContain('The letter as it would go out');
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'open' });
});

test('a digest that could not be posted in a private channel is written anew for the public one', async () => {
  const team = await noticeTeam({ ...EARLY, settings: inPrivate });
  await peter(team);
  await archived(team, 2);
  await team.move({ to: '2026-11-23T08:32:00Z' });
  await team.fault({ clear: true });
  await choose(team, { collections: channels.collections });
  await team.move({ advance: 'PT2M' });
  const said = await read(team, channels.collections);
  expect(said).toContain('Monday 23 November');
  expect(said).toContain('Account P-1');
  expect(said).not.toContain('Peter Private');
  expect(await read(team, channels.finance)).toBe('');
});

test('a digest that stands in a public channel names nobody when it is edited after a private one was chosen', async () => {
  const team = await noticeTeam(EARLY);
  await peter(team);
  await team.move({ to: '2026-11-23T09:10:00Z' });
  await choose(team, { collections: channels.approvals });
  const zed = { name: 'Zed Ltd', account: 'Z-1', invoices: [{ due: '2026-10-20', amount: 70_000 }] };
  await aDebtor(team.db, team.workspaceId, zed);
  const id = await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-23');
  await team.db.prisma.ledgerImport.update({ where: { id }, data: { appliedAt: team.clock.now() } });
  await team.move({ to: '2026-11-23T09:30:00Z' });
  expect(await read(team, channels.collections)).toContain('Zed Ltd');
  expect(await read(team, channels.collections)).not.toContain('Peter Private');
  expect(await read(team, channels.approvals)).toBe('');
});

test('a request that stands in a public channel is withdrawn when its customer turns out to be a private individual, whichever channel is chosen by now', async () => {
  const team = await noticeTeam({
    settings: { channels: { collections: channels.collections, approvals: channels.collections } },
  });
  const { id } = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await choose(team, { approvals: channels.approvals });
  const data = { kind: 'individual', name: 'Peter Private', nextReviewAt: team.clock.now() };
  await team.db.prisma.debtor.update({ where: { id }, data });
  await team.settle();
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'void' });
  expect(await read(team, channels.collections)).not.toContain('Peter Private');
});
