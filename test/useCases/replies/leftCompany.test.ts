import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { digestGaps } from '../../../src/db/digestGaps.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { acme } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

const jane = { name: 'Jane Miller', role: 'payables', email: 'jane@acme.example', phone: '+44 20 7946 0000' };
const ravi = { name: 'Ravi Shah', role: 'alternate', email: 'ravi@acme.example', phone: '+44 20 7946 0001' };

/** Acme is nine days late; its first reminder went to Jane. */
async function reminded(contacts = [jane]) {
  const team = await noticeTeam({ start: '2026-11-16T09:30:00Z' });
  const invoices = [{ number: 'INV-1', due: '2026-11-07', amount: 84_050 }];
  await acme(team, { invoices, contacts });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  const [first] = await team.mails();
  expect(first?.to.join()).toContain(jane.email);
  return team;
}

const idOf = async ({ db }: NoticeTeam, name: string) =>
  (await db.prisma.contact.findFirstOrThrow({ where: { name } })).id;

/** Colin logs that they wrote that somebody has left; answers what Duly says. */
async function hasLeft(team: NoticeTeam, who: string) {
  const { colin } = team.person;
  await colin.command('reply acme');
  await colin.submit({
    kind: { selected_option: 'left_company' },
    who_left: { selected_option: who },
    notes: { value: 'Jane Miller has left, Ravi Shah pays now' },
  });
  const said = wordsOf(await colin.view());
  await team.settle();
  return said;
}

async function newContact({ person: { colin } }: NoticeTeam) {
  await colin.command('contact acme');
  await colin.submit({ name: { value: ravi.name }, email: { value: ravi.email } });
  await colin.close();
}

/** The reminder of the week after; to whom it goes. */
async function nextReminder(team: NoticeTeam) {
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-22');
  await team.move({ to: '2026-11-23T10:00:00Z' });
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  const mails = await team.mails();
  return mails.slice(1).map(({ to }) => to.join());
}

/** Accounts that the digest of the day names as without contact. */
async function withoutContact({ db, workspaceId }: NoticeTeam) {
  const today = dayOf('2026-11-16');
  const gaps = await digestGaps(db, { workspaceId, since: today, today });
  return gaps.filter((gap) => gap.withoutContact).length;
}

const toFind = ({ db }: NoticeTeam) =>
  db.prisma.prompt.count({ where: { kind: 'find_customer', state: 'open' } });

it('who has left is asked for, and not written to any more: the next reminder goes to whoever took over', async () => {
  const team = await reminded();
  const { colin } = team.person;
  await colin.command('reply acme');
  const unsaid = await colin.submit({ kind: { selected_option: 'left_company' } });
  expect(unsaid.errors).toMatchObject({ who_left: expect.stringContaining('Choose who has left') });
  await colin.close();
  expect(await hasLeft(team, await idOf(team, jane.name))).toContain(
    'Jane Miller is not written to or called any more',
  );
  await colin.close();
  await newContact(team);
  await colin.command('show acme');
  const account = wordsOf(await colin.last());
  expect(account).toContain('has left the company');
  expect(account).not.toContain(jane.email);
  const to = await nextReminder(team);
  expect(to).toHaveLength(1);
  expect(to[0]).toContain(ravi.email);
});

it('where nobody is left the customer has to be found, until somebody is on file again', async () => {
  const team = await reminded();
  expect([await toFind(team), await withoutContact(team)]).toEqual([0, 0]);
  await hasLeft(team, await idOf(team, jane.name));
  expect([await toFind(team), await withoutContact(team)]).toEqual([1, 1]);
  await team.person.colin.close();
  await newContact(team);
  await team.settle();
  expect([await toFind(team), await withoutContact(team)]).toEqual([0, 0]);
});

it('taken back, she is there again, and so she is where the contact says so', async () => {
  const team = await reminded();
  const { colin } = team.person;
  const id = await idOf(team, jane.name);
  const leftOn = async () => (await team.db.prisma.contact.findUniqueOrThrow({ where: { id } })).leftOn;
  await hasLeft(team, id);
  expect(await leftOn()).toEqual(new Date('2026-11-16'));
  const [undo] = buttonsOf(await colin.view(), 'undo_activity');
  await colin.click(await colin.view(), 'undo_activity', { value: undo });
  expect(await leftOn()).toBeNull();
  await colin.close();

  await hasLeft(team, id);
  await colin.close();
  await colin.command('contact acme');
  await colin.click(await colin.view(), 'edit_contact');
  await colin.submit({ has_left: { selected_options: [] } });
  expect(await leftOn()).toBeNull();
  await colin.close();
  expect((await nextReminder(team)).join()).toContain(jane.email);
});

it('somebody who is not on file has left: those who are on file are reached as before', async () => {
  const team = await reminded([jane, ravi]);
  expect(await hasLeft(team, 'not_on_file')).not.toContain('not written to');
  await team.person.colin.close();
  expect(await team.db.prisma.contact.count({ where: { leftOn: { not: null } } })).toBe(0);
  expect((await nextReminder(team)).join()).toContain(jane.email);
});

it('an account of the group that has her on file too does not write to her either; what the contact says holds for both', async () => {
  const team = await reminded();
  const { db, workspaceId } = team;
  const south = await aDebtor(db, workspaceId, { name: 'South Rooms', invoices: [], contacts: [jane] });
  const group = await db.prisma.debtorGroup.create({
    data: { id: 'acme', workspaceId, name: 'Acme Group' },
  });
  await db.prisma.debtor.updateMany({ data: { groupId: group.id } });
  const left = () => db.prisma.contact.count({ where: { name: jane.name, leftOn: { not: null } } });
  await hasLeft(team, await idOf(team, jane.name));
  await team.person.colin.close();
  expect(await left()).toBe(2);
  await team.person.colin.command('contact south');
  await team.person.colin.click(await team.person.colin.view(), 'edit_contact');
  await team.person.colin.submit({ has_left: { selected_options: [] } });
  expect(wordsOf(await team.person.colin.view())).toContain('Jane Miller is on file like this');
  expect([await left(), south.contactIds.length]).toEqual([0, 1]);
});
