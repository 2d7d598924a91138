import { pino } from 'pino';
import { expect, test } from 'vitest';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import { newId } from '../../src/core/newId.ts';
import type { Policy } from '../../src/core/policy.ts';
import { reviewDueDebtors } from '../../src/useCases/cases/reviewDueDebtors.ts';
import { undoImport } from '../../src/useCases/ledger/undoImport.ts';
import { aDebtor, type PlannedDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { channels } from '../support/sampleTeam.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { bringIn, LIST, openItems } from '../useCases/ledger/ledgerKit.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

/** What is said first where a private individual is called. */
const IDENTITY = 'Make sure that you are speaking to the customer';
const REASON = 'Trades under no company: the register has none';

/** A manager corrects on the account what it is; answers what she is told. */
async function corrects({ person }: DulyInPlayground, debtor: PlannedDebtor, name: string, kind: string) {
  await person.marta.command(`show ${name}`);
  await person.marta.click(await person.marta.last(), 'open_kind', { value: debtor.id });
  await person.marta.submit({ kind: { selected_option: kind }, reason: { value: REASON } });
  const said = wordsOf(await person.marta.view());
  await person.marta.close();
  return said;
}

/** The team has changed this policy, and running cases that are for it go by that version. */
async function inUse({ db, workspaceId, clock }: DulyInPlayground, policy: Policy) {
  const id = newId();
  const { key, name } = policy;
  const definition = JSON.parse(JSON.stringify(policy));
  const data = { id, workspaceId, key, version: 1, name, definition, createdAt: clock.now() };
  await db.prisma.policy.create({ data });
  return id;
}

const waiting = ({ db }: DulyInPlayground) =>
  db.prisma.prompt.findMany({
    where: { state: 'open' },
    select: { kind: true },
    orderBy: { openedAt: 'asc' },
  });

test('a manager corrects what an account is: its running case goes on by the policy for that, on record, and who is asked reads it anew', async () => {
  const team = await noticeTeam();
  const { db, person, member } = team;
  const business = await inUse(team, businessPolicy);
  const acme = await acmeBeforeFinalNotice(team);
  await db.prisma.case.updateMany({ data: { policyId: business } });
  const milder = await inUse(team, { ...privatePolicy, name: 'People' });
  await team.settle();
  const read = async () => (await person.colin.messages()).map(wordsOf).join('\n');
  expect(await read()).toContain('Credit hold to propose: Acme Rooms');
  expect(await read()).not.toContain(IDENTITY);

  const said = await corrects(team, acme, 'acme', 'individual');
  expect(said).toContain('on file as a private individual from now on');
  expect(said).toContain('goes on by “People” from here');
  expect(await db.prisma.debtor.findUniqueOrThrow({ where: { id: acme.id } })).toMatchObject({
    kind: 'individual',
  });
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: milder });
  expect(await db.prisma.caseMove.findMany()).toMatchObject([{ fromPolicyId: business }]);
  expect(await db.prisma.audit.findFirstOrThrow({ where: { action: 'kind_corrected' } })).toMatchObject({
    actor: member.marta,
    before: { kind: 'business' },
    after: { kind: 'individual' },
    why: REASON,
  });
  await team.settle();
  expect(await read()).toContain(IDENTITY);
  expect(await read()).toContain('The policy has no such step any more');
  expect(await waiting(team)).toEqual([{ kind: 'last_call' }]);
  await person.colin.command('show acme');
  const shown = await person.colin.last();
  expect(wordsOf(shown)).toContain('private individual');
  expect(JSON.stringify(shown)).not.toContain('open_kind');

  expect(await corrects(team, acme, 'acme', 'individual')).toContain('nothing was changed');
  expect(await db.prisma.audit.count({ where: { action: 'kind_corrected' } })).toBe(1);
  expect(await corrects(team, acme, 'acme', 'sole_trader')).toContain('is for this kind too');
  expect(await corrects(team, acme, 'acme', 'business')).toContain('“Business customers” from here');
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: business });
}, 60_000);

test('what shows it has to be said, and nobody but a manager corrects it', async () => {
  const team = await dulyInPlayground();
  const { db, person, member } = team;
  const acme = await aDebtor(db, team.workspaceId, { name: 'Acme' });
  await person.marta.command('show acme');
  await person.marta.click(await person.marta.last(), 'open_kind', { value: acme.id });
  const empty = await person.marta.submit({
    kind: { selected_option: 'individual' },
    reason: { value: ' ' },
  });
  expect(Object.keys((empty.errors as object | undefined) ?? {})).toEqual(['reason']);
  await db.prisma.member.update({ where: { id: member.marta }, data: { role: 'collector' } });
  await person.marta.submit({ kind: { selected_option: 'individual' }, reason: { value: REASON } });
  expect(wordsOf(await person.marta.view())).toContain('Only managers');
  expect(await db.prisma.debtor.findFirstOrThrow()).toMatchObject({ kind: 'business' });
});

test('an approved notice whose customer turns out to be a private individual does not go out: it is asked for again in the words for them', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  expect(wordsOf(request)).not.toContain('Important: please read this letter');
  await team.person.max.react(request, 'white_check_mark');
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'approved' });
  await corrects(team, acme, 'acme', 'individual');
  const anew = await team.request();
  expect(wordsOf(anew)).toContain('please read this letter');
  expect(await team.thread(anew)).toContain('earlier decisions do not count');
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'open', rewritten: true });
  await team.move({ advance: 'PT30M' });
  expect(await team.mails()).toEqual([]);
}, 60_000);

test('a request in a channel that others read ends there, and names the private individual no more', async () => {
  const inPublic = { channels: { collections: channels.collections, approvals: channels.collections } };
  const team = await noticeTeam({ settings: inPublic });
  const acme = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await corrects(team, acme, 'acme', 'individual');
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({ state: 'void' });
  const [request] = (await team.person.vera.messages(channels.collections)).filter((message) =>
    wordsOf(message).includes('Final notice for'),
  );
  expect(wordsOf(request ?? {})).toContain('Account ACME-01');
  expect(wordsOf(request ?? {})).toContain('private channel');
  for (const name of ['Acme Rooms', 'Jane']) expect(JSON.stringify(request)).not.toContain(name);
  await click(team, 'colin', 'prompt_ask_approval');
  expect(await team.db.prisma.approval.count()).toBe(1);
}, 60_000);

const withVisits = (policy: Policy): Policy => ({
  ...policy,
  tasks: policy.tasks.map((task) => ({ ...task, enabled: task.key === 'direct_contact' })),
});

/** Acme, taken for a business, whom Colin is asked to visit. */
async function acmeToVisit(team: NoticeTeam) {
  const policyId = await inUse(team, withVisits(businessPolicy));
  const acme = await acmeBeforeFinalNotice(team, {
    due: '2026-08-25',
    steps: [['final_notice', 75, '2026-11-09', '2026-11-20']],
  });
  await team.db.prisma.case.updateMany({ data: { policyId } });
  await team.settle();
  expect(await waiting(team)).toContainEqual({ kind: 'direct_contact' });
  return acme;
}

test('a visit to what turns out to be a sole trader is taken back, and goes to a manager where their policy has visits', async () => {
  const team = await noticeTeam();
  const acme = await acmeToVisit(team);
  await corrects(team, acme, 'acme', 'sole_trader');
  expect(await waiting(team)).not.toContainEqual({ kind: 'direct_contact' });
  expect(await waiting(team)).not.toContainEqual({ kind: 'agree' });

  const another = await noticeTeam();
  const theirs = await acmeToVisit(another);
  await inUse(another, withVisits(privatePolicy));
  await corrects(another, theirs, 'acme', 'sole_trader');
  expect(await waiting(another)).not.toContainEqual({ kind: 'direct_contact' });
  expect(await waiting(another)).toContainEqual({ kind: 'agree' });
}, 90_000);

test('who leaves the businesses of a group shares nobody with them any more, in what is asked already too', async () => {
  const team = await dulyInPlayground();
  const { db, workspaceId, person, member, clock } = team;
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  const invoices = [{ due: '2026-11-16', amount: 90_000 }];
  const jane = {
    name: 'Jane Miller',
    role: 'payables',
    email: 'jane@north.example',
    phone: '+44 20 7946 0000',
  };
  const north = await aDebtor(db, workspaceId, {
    ...{ name: 'North', ownerId: member.colin, invoices, contacts: [jane] },
  });
  await aDebtor(db, workspaceId, { name: 'South', ownerId: member.colin, invoices });
  for (const name of ['north', 'south']) {
    await person.fiona.command(`show ${name}`);
    await person.fiona.click(await person.fiona.last(), 'open_group');
    await person.fiona.submit({ group: { value: 'Compass' } });
    await person.fiona.close();
  }
  const log = pino({ level: 'silent' });
  await reviewDueDebtors(db, { workspace: await team.workspace(), now: clock.now(), log });
  await team.move({ advance: 'PT1M' });
  const south = async () =>
    (await person.colin.messages())
      .filter((each) => wordsOf(each).includes('South'))
      .map(wordsOf)
      .join('\n');
  expect(await south()).toContain('Jane Miller');
  expect(await corrects(team, north, 'north', 'individual')).toContain(
    'shares neither contacts nor statements',
  );
  await team.move({ advance: 'PT1M' });
  expect(await south()).not.toContain('Jane Miller');
}, 60_000);

test('what a manager corrected no file turns back, one that brings the account again neither', async () => {
  const team = await dulyInPlayground();
  const { db, clock } = team;
  const row = ['A-1', 'Somebody', '2026-10-01', '100', '100'] as const;
  const file = {
    currency: 'GBP',
    map: LIST,
    asOf: '2026-11-23',
    now: clock.now(),
    kind: 'business' as const,
  };
  const { importId } = await bringIn(db, openItems(row), file);
  const somebody = await db.prisma.debtor.findFirstOrThrow();
  await corrects(team, { ...somebody, invoiceIds: [], contactIds: [] }, 'somebody', 'individual');
  const kind = async () => (await db.prisma.debtor.findFirstOrThrow()).kind;
  await team.move({ advance: 'PT1M' });
  const later = { ...file, now: clock.now() };
  await bringIn(db, openItems(['A-1', 'Somebody', '2026-10-01', '100', '90']), later);
  expect(await kind()).toBe('individual');
  const workspace = await team.workspace();
  const undoing = { workspace, individuals: true, now: clock.now() };
  await undoImport(db, { ...undoing, importId: undefined });
  await undoImport(db, { ...undoing, importId });
  await bringIn(db, openItems(row), later);
  expect(await kind()).toBe('individual');
});

test('a file that says what its customers are moves their running cases too', async () => {
  const team = await dulyInPlayground();
  const { db, clock } = team;
  const business = await inUse(team, businessPolicy);
  const row = ['A-1', 'Somebody', '2026-10-01', '100', '100'] as const;
  const file = { currency: 'GBP', map: LIST, asOf: '2026-11-23', now: clock.now() };
  const log = pino({ level: 'silent' });
  const review = async () =>
    reviewDueDebtors(db, { workspace: await team.workspace(), now: clock.now(), log });
  await bringIn(db, openItems(row), file);
  await review();
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: business });
  await bringIn(db, openItems(row), { ...file, kind: 'individual' });
  await review();
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: null });
  expect(await db.prisma.caseMove.count()).toBe(1);
});
