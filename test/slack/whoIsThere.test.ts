import { expect, test } from 'vitest';
import { logCall } from '../../src/useCases/calls/logCall.ts';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Person } from '../support/Person.ts';
import { wordsOf } from '../support/wordsOf.ts';

/** Colin's account, two weeks late, on Monday morning: a reminder waits in his list. */
async function colinsMorning(): Promise<DulyInPlayground & { debtorId: string }> {
  const duly = await dulyInPlayground({ working: true, start: '2026-11-23T08:00:00Z' });
  await paymentsKnownUntil(duly.db, duly.workspaceId, '2026-11-23');
  const { id } = await aDebtor(duly.db, duly.workspaceId, {
    name: 'Acme Ltd',
    ownerId: duly.member.colin,
    invoices: [{ number: 'INV-1', due: '2026-11-09', amount: 120_000 }],
    contacts: [{ name: 'Jane Miller', email: 'jane@acme.example', phone: '+44 20 7946 0000' }],
  });
  await duly.move({ to: '2026-11-23T09:30:00Z' });
  return { ...duly, debtorId: id };
}

const holder = async ({ db }: DulyInPlayground) =>
  (await db.prisma.prompt.findFirstOrThrow({ where: { state: 'open' } })).memberId;

/** Something about a person's Slack account is another from now on. */
const account = ({ playground, person }: DulyInPlayground, name: 'colin' | 'vera', change: object) =>
  fetch(`${playground.url}/client/account`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: person[name].id, ...change }),
  });

const said = async (person: Person) => wordsOf(await person.last());

test('who is away has a deputy, who gets what is open and what comes, until they are back', async () => {
  const duly = await colinsMorning();
  const { colin } = duly.person;
  expect(await holder(duly)).toBe(duly.member.colin);
  await colin.command('away until friday @clara');
  await duly.move({ advance: 'PT1M' });
  expect(await holder(duly)).toBe(duly.member.clara);
  const { awayUntil, deputyId } = await duly.db.prisma.member.findUniqueOrThrow({
    where: { id: duly.member.colin },
  });
  expect([awayUntil?.toISOString().slice(0, 10), deputyId]).toEqual(['2026-11-27', duly.member.clara]);
  await colin.command('back');
  const again = await duly.db.prisma.member.findUniqueOrThrow({ where: { id: duly.member.colin } });
  expect(again.awayUntil).toBeNull();
  expect(await holder(duly)).toBe(duly.member.clara);
}, 30_000);

test('absence is one’s own affair, a manager’s too; the words are read with care', async () => {
  const duly = await dulyInPlayground();
  const { colin, marta } = duly.person;
  const away = async () =>
    (await duly.db.prisma.member.findMany({ where: { awayUntil: { not: null } } })).map(({ id }) => id);
  await colin.command('away @clara until friday');
  await colin.command('away');
  await colin.command('away until yesterday');
  await colin.command('away from 4 dec until 10 dec');
  expect(await said(colin)).toContain('more than a last day');
  await colin.command('away 4 dec to 10 dec @clara');
  await colin.command('away next week');
  await colin.command('away until friday @vera');
  await colin.command('away until friday @colin');
  expect(await away()).toEqual([]);
  await marta.command('away @clara until 4 dec @colin');
  expect(await away()).toEqual([duly.member.clara]);
}, 30_000);

test('an account gets another owner with its open prompts, and Undo gives it back', async () => {
  const duly = await colinsMorning();
  const { colin, clara } = duly.person;
  await colin.command('assign acme @clara @colin');
  const account = () => duly.db.prisma.debtor.findUniqueOrThrow({ where: { id: duly.debtorId } });
  expect(await account()).toMatchObject({ ownerId: duly.member.clara, deputyId: duly.member.colin });
  expect(await holder(duly)).toBe(duly.member.clara);
  await colin.command('assign acme @clara @colin');
  expect(await duly.db.prisma.audit.count({ where: { action: 'accounts_assigned' } })).toBe(1);
  const answer = (await colin.messages()).findLast((m) =>
    JSON.stringify(m.blocks).includes('undo_assignment'),
  );
  if (!answer) throw new Error('nothing to undo');
  await colin.click(answer, 'undo_assignment');
  expect(await account()).toMatchObject({ ownerId: duly.member.colin, deputyId: null });
  await clara.command('assign acme @vera');
  await clara.command('assign @colin @clara');
  expect(await account()).toMatchObject({ ownerId: duly.member.colin });
}, 30_000);

test('a manager gives all accounts of one colleague to another', async () => {
  const duly = await dulyInPlayground();
  for (const name of ['Acme Ltd', 'Borough Bakery', 'Calder Mills'])
    await aDebtor(duly.db, duly.workspaceId, { name, ownerId: duly.member.colin });
  await duly.person.marta.command('assign @colin @clara');
  const owned = () => duly.db.prisma.debtor.count({ where: { ownerId: duly.member.clara } });
  expect(await owned()).toBe(3);
  expect(await said(duly.person.marta)).toContain('3');
});

test('what a manager was asked goes to another manager when they are away, not to the account’s deputy', async () => {
  const duly = await colinsMorning();
  const { db, workspaceId, member, clock } = duly;
  await db.prisma.debtor.update({ where: { id: duly.debtorId }, data: { deputyId: member.clara } });
  await logCall(db, {
    workspace: await duly.workspace(),
    member: await db.prisma.member.findUniqueOrThrow({ where: { id: member.colin } }),
    key: 'a promise far ahead',
    call: {
      ...{ debtorId: duly.debtorId, outcome: 'promised', direction: 'out', at: clock.now() },
      promise: { currency: 'GBP', amount: 120_000n, on: '2027-01-15', method: 'transfer', invoiceIds: [] },
    },
    now: clock.now(),
  });
  const asked = () => db.prisma.prompt.findFirstOrThrow({ where: { workspaceId, kind: 'agree' } });
  const [first, other] = (await asked()).memberId === member.max ? ['max', 'marta'] : ['marta', 'max'];
  await duly.person[first as 'max'].command('away until friday');
  await duly.move({ advance: 'PT1M' });
  expect((await asked()).memberId).toBe(member[other as 'max']);
  await duly.person[other as 'max'].command('assign acme @clara');
  expect((await asked()).memberId).toBe(member[other as 'max']);
}, 30_000);

test('whoever leaves Slack loses nothing: the work goes on with somebody, and the managers are told', async () => {
  const duly = await colinsMorning();
  const { marta } = duly.person;
  const leave = () =>
    fetch(`${duly.playground.url}/client/deactivate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: duly.person.colin.id }),
    });
  expect(await (await leave()).json()).toEqual({ ok: true });
  await duly.move({ advance: 'PT1M' });
  expect([duly.member.marta, duly.member.max]).toContain(await holder(duly));
  expect((await marta.messages()).map(({ text }) => text).join('\n')).toMatch(/Colin Shaw has left/);
  expect(await (await leave()).json()).toMatchObject({ ok: false });
  await expect(duly.person.colin.command('list mine')).rejects.toThrow();
  await marta.command('assign acme @clara');
  expect(await holder(duly)).toBe(duly.member.clara);
}, 30_000);

test('a colleague whose account is active again is asked about their accounts again, and the managers know', async () => {
  const duly = await colinsMorning();
  const { colin, marta } = duly.person;
  await account(duly, 'colin', { deleted: true });
  await duly.move({ advance: 'PT1M' });
  expect(await holder(duly)).not.toBe(duly.member.colin);
  await account(duly, 'colin', { deleted: false });
  await account(duly, 'colin', { deleted: false });
  const told = (await marta.messages()).map(wordsOf).filter((words) => words.includes('Colin Shaw is back'));
  expect(told).toEqual([expect.stringContaining('1 account is theirs')]);
  await aDebtor(duly.db, duly.workspaceId, {
    name: 'Borough Bakery',
    ownerId: duly.member.colin,
    invoices: [{ number: 'INV-2', due: '2026-11-09', amount: 80_000 }],
    contacts: [{ name: 'Bea', email: 'bea@borough.example', phone: '+44 20 7946 0001' }],
  });
  await duly.move({ to: '2026-11-24T09:30:00Z' });
  expect(wordsOf(await colin.last())).toContain('Borough Bakery');
  expect(await duly.db.prisma.audit.count({ where: { action: 'member_returned' } })).toBe(1);
}, 30_000);

test('a colleague who becomes a guest is told of no debt any more, and can ask for none', async () => {
  const duly = await colinsMorning();
  const { colin, marta } = duly.person;
  await account(duly, 'colin', { is_restricted: true });
  await duly.move({ advance: 'PT1M' });
  expect([duly.member.marta, duly.member.max]).toContain(await holder(duly));
  expect((await marta.messages()).map(({ text }) => text).join('\n')).toMatch(
    /Colin Shaw is not a member of this Slack workspace any more, but a guest/,
  );
  const before = (await colin.messages()).length;
  await colin.command('show acme');
  expect(await said(colin)).toContain('not for guests');
  await duly.move({ to: '2026-11-24T09:30:00Z' });
  expect(await colin.messages()).toHaveLength(before + 1);
  await account(duly, 'colin', { is_restricted: false });
  expect((await marta.messages()).map(wordsOf).join('\n')).toContain('Colin Shaw is back');
}, 30_000);

test('who moves is asked by the clock of the new place, and a new name is used from then on', async () => {
  const duly = await colinsMorning();
  await account(duly, 'colin', { tz: 'America/New_York', real_name: 'Colin Shaw-Beck' });
  expect(await duly.db.prisma.member.findUnique({ where: { id: duly.member.colin } })).toMatchObject({
    zone: 'America/New_York',
    name: 'Colin Shaw-Beck',
    leftAt: null,
  });
  const before = (await duly.person.colin.messages()).length;
  await duly.move({ to: '2026-11-24T13:55:00Z' });
  expect(await duly.person.colin.messages()).toHaveLength(before);
  await duly.move({ to: '2026-11-24T14:05:00Z' });
  expect(wordsOf(await duly.person.colin.last())).toContain('Acme Ltd');
  await account(duly, 'vera', { tz: 'Mars/Phobos' });
  expect(await duly.db.prisma.member.findUnique({ where: { id: duly.member.vera } })).toMatchObject({
    zone: 'Europe/London',
  });
}, 30_000);
