import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { logPlan } from '../../../src/useCases/plans/logPlan.ts';
import { sendConfirmation } from '../../../src/useCases/promises/sendConfirmation.ts';
import { aDebtor, type DebtorPlan, type PlannedDebtor } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { acme, logs, memberOf, promised } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

const CONFIRM = /^Confirm it by email$/m;

/** Acme of Colin's, £1,284.50 late on two invoices unless told, whose creditor reads what it answers. */
async function acmeOf(team: NoticeTeam, plan: Partial<DebtorPlan> = {}): Promise<PlannedDebtor> {
  const debtor = await acme(team, plan);
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  return debtor;
}

/** All of Acme's £1,284.50 in weekly instalments from Friday 27 November. */
async function agreesOnPlan(team: NoticeTeam, { id: debtorId }: PlannedDebtor, count = 3) {
  const words = {
    ...{ currency: 'GBP', amount: 128_450n, on: '2026-11-27', method: 'transfer' as const, invoiceIds: [] },
    ...{ count, rhythm: 'weekly' as const },
  };
  const logged = await logPlan(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin'), debtorId },
    ...{ key: newId(), contactId: undefined, notes: undefined, words, now: team.clock.now() },
  });
  await team.settle();
  return logged;
}

const instalments = ({ db }: NoticeTeam) =>
  db.prisma.promise.findMany({ where: { planId: { not: null } }, orderBy: { promisedOn: 'asc' } });

/** Colin asks for the mail, by way of that instalment. */
async function confirms(team: NoticeTeam, instalment = 0) {
  const promise = (await instalments(team))[instalment];
  return sendConfirmation(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
    ...{ promiseId: promise?.id ?? '', now: team.clock.now() },
  });
}

/** What Colin was told of the manager's decision. */
async function decision({ person: { colin } }: NoticeTeam) {
  const told = (await colin.messages()).find(({ text }) => /agree(d)? to the plan/.test(text));
  if (!told) throw new Error('Colin was not told what the manager decided');
  return told;
}

/** What stands on Acme for somebody who looks. */
async function shown(team: NoticeTeam, who: keyof NoticeTeam['person'] = 'colin') {
  await team.person[who].command('show acme');
  return team.person[who].last();
}

it('a plan is confirmed where it was logged: one mail lists every instalment and what they come to', async () => {
  const team = await noticeTeam();
  await acmeOf(team);
  const { colin } = team.person;
  await colin.command('plan acme 1,284.50 from 27 nov');
  await colin.submit({ count: { value: '3' }, rhythm: { selected_option: 'weekly' } });
  await colin.submit();
  await colin.click(await colin.view(), 'promise_confirm');
  const said = await colin.view();
  expect(wordsOf(said)).toContain('on its way to jane@acme.example');
  expect(buttonsOf(said, 'promise_confirm')).toEqual([]);
  await team.settle();
  const [mail, ...more] = await team.mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: ['jane@acme.example'] });
  expect(mail?.subject).toContain('£1,284.50 in 3 instalments');
  for (const part of [
    'We have noted £1,284.50 in 3 instalments',
    '1. £428.16 on 27 November 2026',
    '2. £428.16 on 4 December 2026',
    '3. £428.18 on 11 December 2026',
    'Please reply to confirm',
    'INV-1',
    'INV-2',
  ])
    expect(mail?.text).toContain(part);
  expect(await team.db.prisma.activity.findFirstOrThrow({ where: { kind: 'email' } })).toMatchObject({
    counted: false,
  });

  for (const instalment of [0, 2])
    expect((await confirms(team, instalment)).said.join(' ')).toContain('already');
  expect(buttonsOf(await shown(team), 'account_confirm')).toEqual([]);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await team.mails()).toHaveLength(1);
});

it('what was not confirmed at once is confirmed from the account, by those who may write to the customer', async () => {
  const team = await noticeTeam();
  const debtor = await acmeOf(team);
  const { colin } = team.person;
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() });
  expect(wordsOf(await shown(team, 'vera'))).not.toMatch(CONFIRM);
  const earlier = await shown(team);
  const account = await shown(team);
  expect(wordsOf(account)).toMatch(CONFIRM);
  const { id } = await team.db.prisma.promise.findFirstOrThrow();
  await colin.click(account, `account_confirm:${id}`);
  expect(wordsOf(await colin.view())).toContain('on its way to jane@acme.example');
  await colin.close();
  expect(wordsOf(await colin.last())).not.toMatch(CONFIRM);
  await colin.click(earlier, `account_confirm:${id}`);
  expect(wordsOf(await colin.view())).toContain('on its way already');
  await colin.close();
  await team.settle();
  expect((await team.mails()).map(({ text }) => text.includes('£840.50'))).toEqual([true]);
  expect(wordsOf(await shown(team))).not.toMatch(CONFIRM);
});

it('a plan has one button in the window of the account, and none once it is too late for a confirmation', async () => {
  const team = await noticeTeam();
  const debtor = await acmeOf(team);
  await agreesOnPlan(team, debtor);
  const [next] = await instalments(team);
  const { colin } = team.person;
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await colin.command('list mine');
  await colin.click(await colin.last(), 'open_account');
  const account = await colin.view();
  expect(wordsOf(account).match(/^Confirm it by email$/gm)).toHaveLength(1);
  expect(wordsOf(account)).toContain('Confirm it by email: £1,284.50 in 3 instalments, Acme Rooms');
  await team.move({ to: '2026-11-25T10:00:00Z' });
  await colin.click(account, `account_confirm:${next?.id}`);
  expect(wordsOf(await colin.view())).toContain('the business day after it');
  await colin.close();
  expect(wordsOf(await shown(team))).not.toMatch(CONFIRM);
  expect(await team.mails()).toEqual([]);
});

it('several promises have a button each that says which, in euros and in pounds', async () => {
  const team = await noticeTeam();
  const debtor = await acmeOf(team, {
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-7', due: '2026-10-15', amount: 50_000, currency: 'EUR' },
    ],
  });
  const pounds = { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() };
  const promise = { currency: 'EUR', amount: 50_000n, on: '2026-11-30' };
  await logs(team, 'colin', pounds);
  await logs(team, 'colin', { ...pounds, promise: { ...promise, method: 'transfer', invoiceIds: [] } });
  const account = await shown(team);
  const words = wordsOf(account);
  expect(words).toMatch(/^Confirm it by email: £840.50 by .*27 Nov/m);
  expect(words).toMatch(/^Confirm it by email: €500.00 by .*30 Nov/m);
  const { id } = await team.db.prisma.promise.findFirstOrThrow({ where: { currency: 'EUR' } });
  await team.person.colin.click(account, `account_confirm:${id}`);
  const left = wordsOf(await team.person.colin.last());
  expect(left).not.toContain('Confirm it by email: €500.00');
  expect(left).toMatch(/^Confirm it by email: £840.50 by .*27 Nov/m);
  await team.settle();
  const [mail, ...more] = await team.mails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('We have noted €500.00');
});

it('a plan that a manager has still to agree to is confirmed once they have', async () => {
  const team = await noticeTeam();
  await agreesOnPlan(team, await acmeOf(team), 6);
  expect(wordsOf(await shown(team))).not.toMatch(CONFIRM);
  await expect(confirms(team)).rejects.toMatchObject({
    ...{ code: 'not_now', userMessage: expect.stringContaining('has still to agree to the plan') },
  });
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_agree');
  expect(wordsOf(await shown(team))).toMatch(CONFIRM);
  await confirms(team);
  await team.settle();
  expect((await team.mails())[0]?.text).toContain('6. £214.10 on 1 January 2027');
});

it('a plan that a manager agrees to days later: whoever logged it is told, and may confirm it until the next business day', async () => {
  const team = await noticeTeam();
  await agreesOnPlan(team, await acmeOf(team), 6);
  await team.move({ to: '2026-11-26T10:00:00Z' });
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  const manager = asked.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_agree');
  const { colin } = team.person;
  const told = await decision(team);
  expect(wordsOf(told)).toContain('Acme Rooms');
  expect((await team.person[manager].messages()).some(({ text }) => text === told.text)).toBe(false);
  await colin.click(told, 'promise_confirm', { value: (await instalments(team))[0]?.id });
  await team.settle();
  const [mail, ...more] = await team.mails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('6. £214.10 on 1 January 2027');
});

it('a plan that a manager does not agree to: whoever logged it is told, without a confirmation; too late after the business day that follows', async () => {
  const team = await noticeTeam();
  await agreesOnPlan(team, await acmeOf(team), 6);
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_disagree');
  const told = wordsOf(await decision(team));
  expect(told).toContain('did not');
  expect(told).not.toMatch(CONFIRM);

  const other = await noticeTeam();
  await agreesOnPlan(other, await acmeOf(other), 6);
  await other.move({ to: '2026-11-24T10:00:00Z' });
  const again = await other.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(other, again.memberId === other.member.marta ? 'marta' : 'max', 'prompt_agree');
  await other.move({ to: '2026-11-26T10:00:00Z' });
  await expect(confirms(other)).rejects.toMatchObject({
    ...{ code: 'not_now', userMessage: expect.stringContaining('the business day after it') },
  });
});

it('a plan that is over is not confirmed, nor one that was taken back after the click', async () => {
  const team = await noticeTeam();
  const debtor = await acmeOf(team);
  const { activityId } = await agreesOnPlan(team, debtor);
  await confirms(team);
  await undoActivity(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
    ...{ activityId, now: team.clock.now() },
  });
  await team.settle();
  expect(await team.mails()).toEqual([]);
  const { state, outcome } = await team.db.prisma.notice.findFirstOrThrow();
  expect([state, outcome]).toEqual(['cancelled', 'Not sent: the plan is not open any more.']);
  await expect(confirms(team)).rejects.toMatchObject({
    ...{ code: 'not_now', userMessage: expect.stringContaining('he plan is not open any more') },
  });
});

it('an instalment that came between the click and the mail holds it back: then the rest can be confirmed', async () => {
  const team = await noticeTeam();
  const debtor = await acmeOf(team);
  await agreesOnPlan(team, debtor);
  await confirms(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 42_816n);
  expect((await instalments(team)).map(({ state }) => state)).toEqual(['kept', 'open', 'open']);
  expect(await team.mails()).toEqual([]);
  const [, next] = await instalments(team);
  const account = await shown(team);
  const { colin } = team.person;
  await colin.click(account, `account_confirm:${next?.id}`);
  await team.settle();
  const [mail] = await team.mails();
  expect(mail?.text).toContain('£856.34 in 2 instalments');
  expect(mail?.text).not.toContain('27 November');
});

it('a private customer of a client in the USA reads who writes and how to opt out, and no amount in the subject', async () => {
  const team = await noticeTeam({ start: '2026-11-23T15:00:00Z' });
  const dana = await aDebtor(team.db, team.workspaceId, {
    ...{ name: 'Dana Reed', kind: 'individual', country: 'US', zone: 'America/New_York' },
    ownerId: team.member.colin,
    invoices: [{ due: '2026-10-16', amount: 128_450 }],
    contacts: [{ name: 'Dana Reed', email: 'dana@reed.example' }],
  });
  await team.db.prisma.creditor.updateMany({ data: { isClient: true, email: 'credit@northwind.example' } });
  await team.settle();
  await agreesOnPlan(team, dana);
  await expect(confirms(team)).rejects.toMatchObject({ userMessage: expect.stringContaining('validation') });
  const { colin } = team.person;
  await colin.command('wrote dana');
  await colin.submit({
    channel: { selected_option: 'letter' },
    answer: { selected_options: ['is_answer'] },
    validation: { selected_options: ['is_validation_notice'] },
  });
  await confirms(team);
  await team.settle();
  const [mail] = await team.mails();
  expect(mail?.subject).toContain('What we agreed about your account');
  expect(mail?.subject).not.toContain('£');
  expect(mail?.text).toContain('no more emails');
  expect(mail?.text).toContain('debt collector');
  expect(mail?.text).toContain('3. £428.18 on 11 December 2026');
});
