import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import { explainDecision } from '../../../src/useCases/accounts/explainDecision.ts';
import { sendReminder } from '../../../src/useCases/notices/sendReminder.ts';
import { aDebtor, type DebtorPlan } from '../../support/aDebtor.ts';
import { paidInvoices } from '../../support/paidInvoices.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, bounces, logs } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';
import { stoppedByMistake } from '../stoppedByMistake.ts';

const jane = { name: 'Jane Miller', role: 'payables', email: 'jane@acme.example', phone: '+44 20 7946 0000' };
const LATE = [
  ['2026-08-20', 65],
  ['2026-09-21', 70],
  ['2026-10-20', 80],
] as const;
/** between 10 and 14 days late, so that the twelfth is the usual one */
const STEADY = ['2026-05-11', '2026-06-11', '2026-07-10', '2026-08-11', '2026-09-11', '2026-10-12'].map(
  (paidOn, index) => [paidOn, [12, 10, 11, 13, 12, 14][index] ?? 12] as const,
);

/** Acme of Colin's: nothing is open, and its last invoices were all paid very late. */
async function alwaysLate(team: NoticeTeam, plan: Partial<DebtorPlan> = {}) {
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    contacts: [jane],
    ...plan,
  });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await paidInvoices(team.db, debtor.id, LATE);
  await team.settle();
  return debtor;
}

function lookAgain(team: CallDesk, debtorId: string) {
  return team.db.transaction((tx) => reviewSoon(tx, team.workspaceId, debtorId, team.clock.now()));
}

it('a habitual late payer: the owner reminds them of the terms once, and a manager reviews the credit line', async () => {
  const team = await noticeTeam();
  const { id } = await alwaysLate(team);
  await click(team, 'colin', 'prompt_look');
  await click(team, 'colin', 'prompt_send');
  await click(team, 'colin', 'prompt_send').catch(() => undefined);
  const [mail, ...others] = await team.mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: ['jane@acme.example'] });
  expect(mail?.text).toContain('(30 days net)');
  expect(mail?.text).toContain('you paid 3 invoices, on average 72 days after the due date');
  expect(mail?.text).not.toMatch(/habit|debt|collect/i);
  const counted = await team.db.prisma.activity.findMany({ where: { debtorId: id, kind: 'email' } });
  expect(counted).toMatchObject([{ counted: true, outcome: 'sent' }]);

  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'credit_line' } });
  const manager = asked.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_reduce_credit');
  await team.person.colin.command('show acme');
  const shown = wordsOf(await team.person.colin.last());
  expect(shown).toContain('Habitual late payer since 23 Nov 2026: 3 invoices paid in the last year');
  expect(shown).toMatch(/Credit line reviewed by .+: it is reduced/);

  await team.move({ advance: 'P7D' });
  expect(
    await team.db.prisma.prompt.count({ where: { kind: { in: ['terms_reminder', 'credit_line'] } } }),
  ).toBe(2);
  expect(await team.mails()).toHaveLength(1);
});

it('what came between the click and the mail holds the reminder of the terms back, and its owner is asked again', async () => {
  const team = await noticeTeam();
  const { id: debtorId } = await alwaysLate(team);
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'terms_reminder' } });
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.colin } });
  const workspace = await team.workspace();
  const now = team.clock.now();
  await sendReminder(team.db, { workspace, promptId: prompt.id, member, now });
  await team.db.prisma.activity.create({
    data: {
      ...{ id: 'wrote', workspaceId: team.workspaceId, debtorId, kind: 'reply', direction: 'in' },
      ...{ at: new Date(now.getTime() + 1000), recordedAt: now },
    },
  });
  await team.settle();
  expect(await team.mails()).toEqual([]);
  const again = await team.db.prisma.prompt.findUniqueOrThrow({ where: { id: prompt.id } });
  expect(again.state).toBe('open');
  expect(JSON.stringify(again.details)).toContain('Not sent: the customer replied on 23 Nov 2026');
});

/** Somebody wrote to the customer; spacing counts it. */
function wroteTo(team: NoticeTeam, debtorId: string, at: string) {
  const about = {
    id: `wrote-${at}`,
    workspaceId: team.workspaceId,
    debtorId,
    kind: 'email',
    direction: 'out',
  };
  const data = { ...about, outcome: 'sent', counted: true, at: new Date(at), recordedAt: new Date(at) };
  return team.db.prisma.activity.create({ data });
}

const termsReminder = (team: NoticeTeam) =>
  team.db.prisma.prompt.findFirst({ where: { kind: 'terms_reminder', state: 'open' } });

it('the owner is asked for the reminder of the terms on the day on which it may go, not before', async () => {
  const team = await noticeTeam();
  const { id } = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    contacts: [jane],
  });
  await wroteTo(team, id, '2026-11-20T15:00:00Z');
  await paidInvoices(team.db, id, LATE);
  await team.settle();
  expect(await team.db.prisma.lateHabit.count()).toBe(1);
  expect(await termsReminder(team)).toBeNull();
  await team.move({ to: '2026-11-25T12:00:00Z' });
  const asked = await termsReminder(team);
  expect(asked?.openedAt.toISOString().slice(0, 10)).toBe('2026-11-25');
});

it('a reminder of the terms that another message holds back is not late: it stays with its owner until it may go', async () => {
  const team = await noticeTeam();
  const { id } = await alwaysLate(team);
  expect(await termsReminder(team)).toMatchObject({ memberId: team.member.colin, escalation: 0 });
  await wroteTo(team, id, '2026-11-23T13:00:00Z');
  await team.move({ to: '2026-11-25T12:00:00Z' });
  expect(await termsReminder(team)).toMatchObject({ memberId: team.member.colin, escalation: 0 });
  await team.move({ to: '2026-12-01T12:00:00Z' });
  expect((await termsReminder(team))?.memberId).not.toBe(team.member.colin);
});

it('the mark goes with the habit, and a habit that comes back within the year asks nobody again', async () => {
  const team = await callDesk();
  const { id } = await acme(team, { invoices: [] });
  await paidInvoices(team.db, id, LATE);
  await lookAgain(team, id);
  await team.settle();
  const habits = () => team.db.prisma.lateHabit.findMany({ where: { debtorId: id } });
  const prompts = () =>
    team.db.prisma.prompt.findMany({
      where: { debtorId: id, kind: { in: ['credit_line', 'terms_reminder'] } },
      orderBy: { kind: 'asc' },
    });
  expect(await habits()).toMatchObject([{ endedOn: null }]);
  expect(await prompts()).toMatchObject([
    { kind: 'credit_line', state: 'open' },
    { kind: 'terms_reminder', state: 'open', memberId: team.member.colin },
  ]);
  await bounces(team, id);
  expect(await habits()).toMatchObject([{ endedOn: expect.any(Date) }]);
  expect((await prompts()).map(({ state }) => state)).toEqual(['overtaken', 'overtaken']);
  await paidInvoices(team.db, id, [['2026-11-20', 90]]);
  await lookAgain(team, id);
  await team.settle();
  expect(await habits()).toMatchObject([{ endedOn: null }]);
  expect(await prompts()).toHaveLength(2);
});

it('a steady late payer gets the mail on time; the call comes on the usual day, and not after the money', async () => {
  const team = await noticeTeam();
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    ownerId: team.member.colin,
    contacts: [jane],
    invoices: [{ number: 'INV-7', due: '2026-11-13', amount: 48_000 }],
  });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await paidInvoices(team.db, debtor.id, STEADY);
  await team.settle();
  const { id: debtorId } = debtor;
  const workspace = await team.workspace();
  const why = async () => {
    const now = team.clock.now();
    const said = await explainDecision(team.db, { workspace, debtorId, on: dayOf('2026-11-23'), now });
    return JSON.stringify([said.taken, said.decision.reasons]);
  };
  expect(await why()).toContain('the call beside it waits until 25 Nov 2026');
  await expect(click(team, 'colin', 'prompt_no_answer')).rejects.toThrow();
  await click(team, 'colin', 'reminders_send_all');
  expect(await team.mails()).toHaveLength(1);
  expect(await why()).toContain('The call about invoice INV-7 waits until 25 Nov 2026');

  await team.move({ to: '2026-11-25T09:30:00Z' });
  const asked = () => team.db.prisma.prompt.findMany({ where: { kind: 'usual_day' } });
  expect(await asked()).toMatchObject([{ state: 'open', memberId: team.member.colin }]);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await asked()).toMatchObject([{ state: 'overtaken' }]);
});

it('a talk answers the call of the usual day', async () => {
  const team = await callDesk();
  const debtor = await acme(team, { invoices: [{ number: 'INV-7', due: '2026-11-13', amount: 48_000 }] });
  await paidInvoices(team.db, debtor.id, STEADY);
  await team.db.prisma.stageStep.updateMany({
    where: { stage: 'chase' },
    data: { state: 'done', doneOn: new Date('2026-11-23') },
  });
  await team.db.prisma.prompt.updateMany({ data: { state: 'done', closedAt: team.clock.now() } });
  await lookAgain(team, debtor.id);
  await team.move('2026-11-25T09:30:00Z');
  const asked = () => team.db.prisma.prompt.findMany({ where: { kind: 'usual_day' } });
  expect(await asked()).toMatchObject([{ state: 'open' }]);
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'refuses' });
  expect(await asked()).toMatchObject([{ state: 'done' }]);
});

it('a stop ends what follows from the habit; recorded by mistake, it is asked again, once', async () => {
  const team = await noticeTeam();
  await alwaysLate(team, { invoices: [{ due: '2027-03-01', amount: 5_000 }] });
  const states = async (kind: string) =>
    (await team.db.prisma.prompt.findMany({ where: { kind }, orderBy: { openedAt: 'asc' } })).map(
      ({ state }) => state,
    );
  expect([await states('terms_reminder'), await states('credit_line')]).toEqual([['open'], ['open']]);
  await stoppedByMistake(team, async () => {
    expect([await states('terms_reminder'), await states('credit_line')]).toEqual([
      ['overtaken'],
      ['overtaken'],
    ]);
  });
  await team.move({ advance: 'PT5M' });
  const twice = ['overtaken', 'open'];
  expect([await states('terms_reminder'), await states('credit_line')]).toEqual([twice, twice]);
  await click(team, 'colin', 'prompt_send');
  expect(await team.mails()).toHaveLength(1);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await states('terms_reminder')).toEqual(['overtaken', 'done']);
});
