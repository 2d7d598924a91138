import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loadDebtorFacts } from '../../src/db/debtorFacts.ts';
import { reviewDueDebtors } from '../../src/useCases/cases/reviewDueDebtors.ts';
import { changeContact } from '../../src/useCases/contacts/changeContact.ts';
import { setGroup } from '../../src/useCases/groups/setGroup.ts';
import { undoGroup } from '../../src/useCases/groups/undoGroup.ts';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { noticeTeam } from '../useCases/notices/noticeTeam.ts';

test('accounts under one parent get one owner, are shown together, and leave again', async () => {
  const duly = await dulyInPlayground();
  const { db, workspaceId, person, member, clock } = duly;
  const { fiona, colin } = person;
  const log = pino({ level: 'silent' });
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  const account = (name: string, ownerId: string | undefined, more: object = {}) =>
    aDebtor(db, workspaceId, {
      name,
      account: name,
      ...(ownerId && { ownerId }),
      invoices: [{ due: '2026-11-09', amount: 120_000 }],
      contacts: [{ name: 'Jane Miller', email: `jane@${name}.example` }],
      ...more,
    });
  const north = await account('North', member.clara);
  const south = await account('South', member.colin, {
    invoices: [
      { due: '2026-11-09', amount: 5_000, currency: 'EUR' },
      { due: '2026-11-09', amount: 30_000 },
    ],
  });
  const foreign = await account('Foreign', member.colin, { creditor: 'Southwind Ltd' });
  const private_ = await account('Private', member.colin, { kind: 'individual' });
  const workspace = await duly.workspace();
  await reviewDueDebtors(db, { workspace, now: clock.now(), log });
  const openPrompts = (debtorId: string) =>
    db.prisma.prompt.findMany({ where: { debtorId, state: 'open' }, orderBy: { id: 'asc' } });
  const before = await openPrompts(south.id);
  expect(before.map(({ memberId }) => memberId)).toEqual([member.colin]);
  const steps = await db.prisma.stageStep.findMany({ orderBy: { id: 'asc' } });

  const join = async (what: string, name: string) => {
    await fiona.command(`show ${what}`);
    await fiona.click(await fiona.last(), 'open_group');
    return fiona.submit({ group: { value: name } });
  };
  expect(Object.keys((await join('north', 'x'.repeat(90))).errors as object)).toEqual(['group']);
  await fiona.submit({ group: { value: 'Compass & <Co>' } });
  await join('south', ' compass & <co> ');
  const said = wordsOf(await fiona.view());
  expect(said).toContain('Compass &amp; &lt;Co&gt;');
  expect(said).toContain('Clara');
  for (const refused of ['foreign', 'private']) {
    await join(refused, 'Compass & <Co>');
    const again = await fiona.view();
    expect(again.callback_id).toBe('group');
    expect(JSON.stringify(again)).toContain('Compass & <Co>'); // what was typed is kept
  }
  const owners = await db.prisma.debtor.findMany({ where: { groupId: { not: null } } });
  expect(owners.map(({ id, ownerId }) => [id, ownerId]).sort()).toEqual(
    [north.id, south.id].map((id) => [id, member.clara]).sort(),
  );
  expect((await openPrompts(south.id)).map(({ memberId }) => memberId)).toEqual([member.clara]);
  expect(
    await db.prisma.debtor.count({ where: { id: { in: [foreign.id, private_.id] }, groupId: null } }),
  ).toBe(2);

  await colin.command('show north');
  const shown = await colin.last();
  expect(buttonsOf(shown, 'open_group')).toEqual([]); // a collector groups nothing
  expect(wordsOf(shown)).toContain('South (South): €50.00 and £300.00 overdue');
  expect(wordsOf(shown)).toContain('All 2 accounts: €50.00 and £1,500.00 overdue');

  await colin.command('assign north @colin');
  const assigned = (await colin.messages()).findLast((m) =>
    JSON.stringify(m.blocks).includes('undo_assignment'),
  );
  if (!assigned) throw new Error('nothing to undo');
  expect(assigned.text).toContain('all of its group');
  expect(await db.prisma.debtor.count({ where: { ownerId: member.colin, groupId: { not: null } } })).toBe(2);
  await colin.click(assigned, 'undo_assignment');
  expect(await db.prisma.debtor.count({ where: { ownerId: member.clara, groupId: { not: null } } })).toBe(2);

  await join('north', '');
  await join('south', '');
  expect(await db.prisma.debtorGroup.count()).toBe(0);
  expect(await db.prisma.audit.count({ where: { action: 'group_set' } })).toBe(4);
  // stages stay with each account, whatever group it was in
  await reviewDueDebtors(db, { workspace, now: clock.now(), log });
  expect(await db.prisma.stageStep.findMany({ orderBy: { id: 'asc' } })).toEqual(steps);
});

/** North is Clara's, South is Colin's, each late; Fiona groups them. */
async function northAndSouth() {
  const duly = await dulyInPlayground();
  const { db, workspaceId, person, member, clock } = duly;
  const { fiona } = person;
  const account = (name: string, ownerId?: string) =>
    aDebtor(db, workspaceId, {
      ...{ name, account: name, ...(ownerId && { ownerId }) },
      invoices: [{ due: '2026-11-09', amount: 120_000 }],
      contacts: [{ name: 'Jane Miller', email: `jane@${name}.example` }],
    });
  await paymentsKnownUntil(db, workspaceId, '2026-11-22');
  return {
    ...{
      ...duly,
      account,
      north: await account('North', member.clara),
      south: await account('South', member.colin),
    },
    async reviews() {
      const log = pino({ level: 'silent' });
      await reviewDueDebtors(db, { workspace: await duly.workspace(), now: clock.now(), log });
    },
    /** Fiona sets the group of an account, and what she then sees is answered. */
    async groups(what: string, name: string) {
      await fiona.command(`show ${what}`);
      await fiona.click(await fiona.last(), 'open_group');
      await fiona.submit({ group: { value: name } });
      return fiona.view();
    },
    /** Who owns each account, and in which group it is. */
    async standing() {
      const rows = await db.prisma.debtor.findMany({ orderBy: { name: 'asc' } });
      const names = new Map((await db.prisma.debtorGroup.findMany()).map(({ id, name }) => [id, name]));
      const owners = new Map(Object.entries(member).map(([who, id]) => [id, who]));
      return rows.map(
        ({ name, groupId, ownerId }) =>
          `${name}: ${names.get(groupId ?? '') ?? '-'}, ${owners.get(ownerId ?? '') ?? 'nobody'}`,
      );
    },
  };
}

test('who joined a group by mistake is taken out by Undo, with its owner and its open prompts as before', async () => {
  const { db, member, person, south, ...team } = await northAndSouth();
  const { fiona } = person;
  await team.reviews();
  const asked = async () =>
    (await db.prisma.prompt.findMany({ where: { debtorId: south.id, state: 'open' } })).map(
      (one) => one.memberId,
    );
  expect(await asked()).toEqual([member.colin]);
  await team.groups('north', 'Compass');
  const view = await team.groups('south', 'Compass');
  expect(await asked()).toEqual([member.clara]);
  expect(await team.standing()).toEqual(['North: Compass, clara', 'South: Compass, clara']);
  const [changeId = ''] = buttonsOf(view, 'undo_group');
  await fiona.click(view, 'undo_group', { value: changeId });
  const said = wordsOf(await fiona.view());
  expect(said).toContain('Taken back: *South* is in no group.');
  expect(said).toMatch(/Colin Shaw looks after it again. 1 open prompt went back./);
  expect(await asked()).toEqual([member.colin]);
  expect(await team.standing()).toEqual(['North: Compass, clara', 'South: -, colin']);
  expect(await db.prisma.audit.count({ where: { action: 'group_undone' } })).toBe(1);

  // the same once more finds nothing to do, and nobody does it who may not group
  const workspace = await team.workspace();
  const by = async (id: string) => db.prisma.member.findUniqueOrThrow({ where: { id } });
  const undo = async (id: string) =>
    undoGroup(db, { workspace, member: await by(id), changeId, now: team.clock.now() });
  expect(await undo(member.fiona)).toMatchObject({ isBack: false });
  await expect(undo(member.colin)).rejects.toThrow();
});

test('who was moved or taken out is back in the group that it left, also where that went with it', async () => {
  const { person, db, ...team } = await northAndSouth();
  const { fiona } = person;
  await team.groups('north', 'Compass');
  await team.groups('south', 'Ladder');
  await fiona.click(await team.groups('south', 'Compass'), 'undo_group');
  expect(await team.standing()).toEqual(['North: Compass, clara', 'South: Ladder, colin']);
  await fiona.close();
  await fiona.click(await team.groups('south', ''), 'undo_group');
  expect(wordsOf(await fiona.view())).toContain('is in the group “Ladder”');
  expect(await team.standing()).toEqual(['North: Compass, clara', 'South: Ladder, colin']);
});

test('a group that got its owner from who joined has none again; what was changed since stays', async () => {
  const { person, db, member, ...team } = await northAndSouth();
  const { fiona } = person;
  await team.account('East');
  await team.groups('east', 'Compass');
  const joined = await team.groups('south', 'Compass');
  expect(await team.standing()).toContain('East: Compass, colin');
  await fiona.click(joined, 'undo_group');
  expect(await team.standing()).toEqual(['East: Compass, nobody', 'North: -, clara', 'South: -, colin']);
  await fiona.close();

  const again = await team.groups('south', 'Compass');
  const [changeId = ''] = buttonsOf(again, 'undo_group');
  await fiona.close();
  await team.groups('south', 'Ladder');
  const fionaIs = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  const about = { workspace: await team.workspace(), member: fionaIs, changeId, now: team.clock.now() };
  expect(await undoGroup(db, about)).toMatchObject({ isBack: false, group: 'Ladder' });
});

test('who has nobody on file is called through the group, and the call is counted with the person', async () => {
  const duly = await dulyInPlayground();
  const { db, workspaceId, person, member, clock } = duly;
  const account = (name: string, contacts: { name: string; phone: string; email: string }[]) =>
    aDebtor(db, workspaceId, {
      name,
      account: name,
      ownerId: member.colin,
      invoices: [{ due: '2026-11-09', amount: 120_000 }],
      contacts,
    });
  const jane = { name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@north.example' };
  const north = await account('North', [jane]);
  const south = await account('South', []);
  const fiona = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  const workspace = await duly.workspace();
  for (const debtorId of [north.id, south.id])
    await setGroup(db, { workspace, member: fiona, debtorId, name: 'Compass', now: clock.now() });

  const { colin } = person;
  await colin.command('log south');
  expect(wordsOf(await colin.view())).toContain('Jane Miller (payables, of North)');
  await colin.close();
  await colin.command('log south na');
  const [call] = await db.prisma.activity.findMany({ where: { kind: 'call' } });
  expect(call).toMatchObject({ debtorId: south.id, contactId: north.contactIds[0] });
  await colin.command('show north');
  expect(wordsOf(await colin.last())).toContain('1 of 3 calls in 7 days');

  // what Jane asks for at one account is heeded at the other at once
  await db.prisma.debtor.updateMany({ data: { nextReviewAt: null } });
  const change = { ...jane, role: 'payables', refusedChannels: ['call'], doNotContact: false } as const;
  const contactId = north.contactIds[0] ?? '';
  const clara = await db.prisma.member.findUniqueOrThrow({ where: { id: member.clara } });
  await changeContact(db, {
    ...{ workspace, member: clara, debtorId: north.id, contactId, change, now: clock.now() },
  });
  expect(await db.prisma.debtor.count({ where: { nextReviewAt: { not: null } } })).toBe(2);

  const sharedBy = async () =>
    (await loadDebtorFacts(db, workspace, [south.id], clock.now()))
      .get(south.id)
      ?.shared?.map(({ of }) => of);
  expect(await sharedBy()).toEqual(['North']);
  const cease = { kind: 'cease', sinceOn: new Date('2026-11-20'), recordedAt: clock.now() };
  await db.prisma.debtorCondition.create({ data: { id: 'c', workspaceId, debtorId: north.id, ...cease } });
  expect(await sharedBy()).toEqual([]); // nobody of an account that is stopped is reached for another
  await db.prisma.debtorCondition.deleteMany();
  await db.prisma.debtor.update({ where: { id: south.id }, data: { kind: 'sole_trader' } });
  expect(await sharedBy()).toEqual([]); // an import that corrects the kind ends the sharing at once
});

test('no call is asked for on an account whose person was called enough for another of the group', async () => {
  const team = await noticeTeam();
  const { db, workspaceId, member } = team;
  const { colin } = team.person;
  const jane = {
    name: 'Jane Miller',
    role: 'payables',
    phone: '+44 20 7946 0000',
    email: 'jane@acme.example',
  };
  const account = (name: string) =>
    aDebtor(db, workspaceId, {
      ...{ name, account: name, ownerId: member.colin, contacts: [jane] },
      invoices: [{ due: '2026-10-15', amount: 84_050 }],
    });
  const [north, south] = [await account('North'), await account('South')];
  const fiona = await db.prisma.member.findUniqueOrThrow({ where: { id: member.fiona } });
  const workspace = await team.workspace();
  const comesUp = (on: string) =>
    db.prisma.debtor.update({ where: { id: south.id }, data: { nextReviewAt: new Date(on) } });
  for (const { id: debtorId } of [north, south])
    await setGroup(db, { workspace, member: fiona, debtorId, name: 'Compass', now: team.clock.now() });
  await comesUp('2026-12-30');
  await team.settle();
  for (const minute of ['35', '40', '50']) {
    await team.move({ to: `2026-11-23T09:${minute}:00Z` });
    await colin.command('log north na');
  }
  await comesUp('2026-11-23');
  await team.move({ to: '2026-11-23T10:00:00Z' });
  const asked = (debtorId: string) => db.prisma.prompt.count({ where: { debtorId } });
  expect([(await asked(north.id)) > 0, await asked(south.id)]).toEqual([true, 0]);
  await colin.command('why south');
  expect(wordsOf(await colin.last())).toContain('The contact rules allow the next call on 30 Nov 2026');
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await asked(south.id)).toBe(1);
});
