import { expect, it } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const jane = { name: 'Jane Miller', role: 'payables', phone: '+44 20 7946 0000', email: 'jane@acme.example' };
const tom = { name: 'Tom Hart', role: 'director', phone: '+44 20 7946 0009' };

/** Acme of Colin's, 39 days late: the call for a firm date is asked for. Monday 23 November 2026, 09:30. */
async function acme(team: NoticeTeam) {
  const debtor = await aDebtor(team.db, team.workspaceId, {
    name: 'Acme Rooms',
    account: 'ACME-01',
    ownerId: team.member.colin,
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-2', due: '2026-10-20', amount: 44_400 },
    ],
    contacts: [jane, tom],
  });
  await team.settle();
  return debtor;
}

it('a collector hangs up, types one line, saves: call, promise and next follow-up are on record', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('log acme spoke to Jane, promised 1,200 by friday');
  const form = await colin.view();
  const words = wordsOf(form);
  expect(words).toContain('Acme Rooms');
  expect(words).toContain('£1,284.50');
  expect(words).toContain('0 of 3 calls in 7 days');
  expect(await colin.submit()).toMatchObject({ ok: true });

  const result = wordsOf(await colin.view());
  expect(result).toContain('£1,200.00');
  expect(result).toContain('Friday 27 November');
  // Friday, two business days for the transfer, judged on the next
  expect(result).toContain('Wednesday 2 December');
  const promise = await team.db.prisma.promise.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(promise).toMatchObject({ amount: 120_000n, currency: 'GBP', state: 'open', method: 'transfer' });
  expect(promise.promisedOn.toISOString()).toContain('2026-11-27');
  const activity = await team.db.prisma.activity.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(activity).toMatchObject({
    kind: 'call',
    outcome: 'promised',
    contactId: debtor.contactIds[0],
    memberId: team.member.colin,
    notes: 'spoke to Jane, promised 1,200 by friday',
  });
  const prompts = await team.db.prisma.prompt.findMany({ where: { debtorId: debtor.id } });
  expect(prompts.map(({ kind, state }) => [kind, state])).toEqual([['call', 'done']]);
});

it('is taken back from where it was logged, and everything stands as before', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await click(team, 'colin', 'prompt_log_call');
  await colin.click(await colin.view(), 'call_log_outcome', { selected_option: 'promised' });
  await colin.submit({ promised_on: { selected_date: '2026-11-30' } });
  const [activityId] = buttonsOf(await colin.view(), 'undo_activity');
  expect(activityId).toBeTruthy();
  await colin.click(await colin.view(), 'undo_activity');
  expect(buttonsOf(await colin.view(), 'undo_activity')).toEqual([]);
  const promises = await team.db.prisma.promise.findMany();
  expect(promises.map(({ state, amount }) => [state, amount])).toEqual([['cancelled', 128_450n]]);
  const prompts = await team.db.prisma.prompt.findMany({ where: { debtorId: debtor.id } });
  expect(prompts.map(({ kind, state }) => [kind, state])).toEqual([['call', 'open']]);
  const steps = await team.db.prisma.stageStep.findMany({ where: { debtorId: debtor.id } });
  expect(steps.map(({ stage, state }) => [stage, state])).toEqual([['commitment_call', 'pending']]);
  expect(await team.db.prisma.activity.count({ where: { reversesId: activityId ?? '' } })).toBe(1);
});

it('one click logs that nobody answered and plans the next attempt for another time of day; a second click is none', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  const [prompt] = (await colin.messages()).filter((m) => buttonsOf(m, 'prompt_no_answer').length > 0);
  if (!prompt) throw new Error('no prompt');
  await Promise.all([colin.click(prompt, 'prompt_no_answer'), colin.click(prompt, 'prompt_no_answer')]);
  const calls = await team.db.prisma.activity.findMany({ where: { debtorId: debtor.id } });
  expect(calls.map(({ outcome, contactId }) => [outcome, contactId])).toEqual([
    ['no_answer', debtor.contactIds[0]],
  ]);
  const open = await team.db.prisma.prompt.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(open.snoozedUntil).toEqual(new Date('2026-11-24T15:00:00Z'));
  await click(team, 'colin', 'undo_activity');
  const back = await team.db.prisma.prompt.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect([back.state, back.snoozedUntil]).toEqual(['open', null]);
});

it('one click logs that a message was left, with whom the call was meant for, and Undo asks again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await click(team, 'colin', 'prompt_left_message');
  const call = await team.db.prisma.activity.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(call).toMatchObject({ kind: 'call', outcome: 'left_message', contactId: debtor.contactIds[0] });
  const prompt = () => team.db.prisma.prompt.findFirstOrThrow({ where: { debtorId: debtor.id } });
  expect(await prompt()).toMatchObject({ state: 'open', snoozedUntil: new Date('2026-11-24T15:00:00Z') });
  await click(team, 'colin', 'undo_activity');
  expect(await prompt()).toMatchObject({ state: 'open', snoozedUntil: null });
  expect(await team.db.prisma.activity.count({ where: { reversesId: call.id } })).toBe(1);
});

it('na, lm and wn log at once, without a window', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('log acme na');
  await colin.command('log acme lm with the front desk');
  expect((await colin.state()).views).toEqual([]);
  const calls = await team.db.prisma.activity.findMany({ orderBy: { recordedAt: 'asc' } });
  expect(calls.map(({ outcome, notes }) => [outcome, notes])).toEqual([
    ['no_answer', null],
    ['left_message', 'with the front desk'],
  ]);
  await colin.command('log acme wn');
  const contact = await team.db.prisma.contact.findUniqueOrThrow({
    where: { id: debtor.contactIds[0] ?? '' },
  });
  expect(contact.deadChannels).toEqual(['call']);
  await click(team, 'colin', 'undo_activity');
  const again = await team.db.prisma.contact.findUniqueOrThrow({ where: { id: debtor.contactIds[0] ?? '' } });
  expect(again.deadChannels).toEqual([]);
});
