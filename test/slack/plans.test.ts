import { expect, it } from 'vitest';
import { undoActivity } from '../../src/useCases/calls/undoActivity.ts';
import { logPlan } from '../../src/useCases/plans/logPlan.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { acme, logs, memberOf } from '../useCases/calls/callTeam.ts';
import { click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('a plan is shown before it is saved; beyond a collector’s limits a manager agrees, and Undo ends it', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('plan acme 1,284.50 from 27 nov');
  expect(await colin.submit({ count: { value: '1' } })).toMatchObject({
    errors: { count: expect.any(String) },
  });
  await colin.submit({ count: { value: '4' }, rhythm: { selected_option: 'fortnightly' } });
  const schedule = wordsOf(await colin.view());
  expect(schedule).toContain('Friday 27 November: £321.12');
  expect(schedule).toContain('Friday 8 January: £321.14');
  expect(schedule).toContain('more than 3 instalments');
  expect(await team.db.prisma.plan.count()).toBe(0);
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('£1,284.50 in 4 instalments');
  const promises = () => team.db.prisma.promise.findMany({ orderBy: { promisedOn: 'asc' } });
  expect((await promises()).map(({ agreed, state }) => [agreed, state])).toEqual(
    Array.from({ length: 4 }, () => [false, 'open']),
  );
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_agree');
  expect((await promises()).every(({ agreed }) => agreed === true)).toBe(true);
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('the instalment that pays it is promised');
  await colin.click(await colin.view(), 'undo_activity');
  expect((await promises()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'cancelled'));
  expect((await team.db.prisma.plan.findFirstOrThrow()).state).toBe('cancelled');
});

it('instalments agreed on the telephone: the call is on record, its plan follows in the same window, one Undo takes both back', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  const { prisma } = team.db;
  await colin.command('log acme wants instalments, cannot pay all at once');
  await colin.submit();
  const form = await colin.view();
  expect(form.callback_id).toBe('plan');
  expect(wordsOf(form)).toContain('The call is recorded');
  const [call] = await prisma.activity.findMany({ where: { kind: 'call' } });
  expect(call).toMatchObject({ outcome: 'instalments', notes: 'wants instalments, cannot pay all at once' });
  const weekly = {
    ...{ count: { value: '3' }, rhythm: { selected_option: 'weekly' } },
    promised_on: { selected_date: '2026-11-27' },
  };
  const tooMuch = await colin.submit({ ...weekly, amount: { value: '9,000' } });
  expect(Object.keys(tooMuch.errors ?? {})).toEqual(['amount']);
  await colin.submit({ ...weekly, amount: { value: '1,284.50' } });
  expect(await prisma.plan.count()).toBe(0);
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('£1,284.50 in 3 instalments');
  expect(await prisma.plan.findMany()).toMatchObject([{ state: 'open', contactId: call?.contactId }]);
  expect(await prisma.prompt.count({ where: { kind: 'call', state: 'open' } })).toBe(0);

  await colin.click(await colin.view(), 'undo_activity');
  expect(await prisma.plan.findMany()).toMatchObject([{ state: 'cancelled' }]);
  const reversed = await prisma.activity.findMany({ where: { reversesId: { not: null } } });
  expect(reversed.map(({ outcome }) => outcome).sort()).toEqual(['instalments', 'plan_agreed']);
  expect(await prisma.prompt.count({ where: { kind: 'call', state: 'open' } })).toBe(1);
});

it('where no plan is agreed on yet the call alone is kept: answered so, or the form of the plan closed or undone', async () => {
  const team = await noticeTeam();
  const { id: debtorId } = await acme(team);
  const { colin } = team.person;
  const calls = () => team.db.prisma.activity.count({ where: { debtorId, kind: 'call', reversesId: null } });
  await colin.command('log acme wants instalments');
  await colin.submit({ plan: { selected_option: 'later' } });
  expect((await colin.view()).callback_id).toBe('logged');
  await colin.close();
  await colin.command('log acme wants instalments');
  await colin.submit();
  await colin.close();
  expect(await calls()).toBe(2);
  await colin.command('log acme wants instalments');
  await colin.submit();
  await colin.click(await colin.view(), 'undo_activity');
  const undone = await team.db.prisma.activity.findMany({ where: { debtorId, reversesId: { not: null } } });
  expect(undone).toHaveLength(1);
  expect(await team.db.prisma.plan.count()).toBe(0);
});

it('a call delivered twice has one plan, and a plan outlives the undo time of its call', async () => {
  const team = await noticeTeam();
  const { id: debtorId } = await acme(team);
  const { activityId: callId } = await logs(team, 'colin', { debtorId, outcome: 'instalments' });
  const agreed = async () =>
    logPlan(team.db, {
      ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin'), debtorId, callId },
      ...{ key: `form:plan:${callId}`, contactId: undefined, notes: undefined, now: team.clock.now() },
      words: {
        ...{ currency: 'GBP', amount: 128_450n, on: '2026-11-27', method: 'transfer', invoiceIds: [] },
        ...{ count: 3, rhythm: 'weekly' },
      },
    });
  await team.move({ advance: 'PT20M' });
  const { activityId } = await agreed();
  expect(await agreed()).toMatchObject({ activityId });
  expect(await team.db.prisma.plan.count()).toBe(1);
  await undoActivity(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
    ...{ activityId, now: team.clock.now() },
  });
  const reversed = await team.db.prisma.activity.findMany({ where: { reversesId: { not: null } } });
  expect(reversed.map(({ reversesId }) => reversesId)).toEqual([activityId]);
});

it('a pause of the call ends when its plan is saved, and Undo leaves neither; no plan follows a call that was taken back', async () => {
  const team = await noticeTeam();
  const { id: debtorId } = await acme(team);
  const { colin } = team.person;
  const { prisma } = team.db;
  await colin.command('log acme spoke to Jane, instalments from 10 December');
  await colin.submit();
  const [pause] = await prisma.hold.findMany({ where: { debtorId } });
  expect(pause).toMatchObject({ endedOn: null });
  await colin.submit({
    ...{ amount: { value: '1,284.50' }, count: { value: '3' }, rhythm: { selected_option: 'weekly' } },
    promised_on: { selected_date: '2026-11-27' },
  });
  await colin.submit();
  const running = () => prisma.hold.count({ where: { debtorId, endedOn: null } });
  expect(await running()).toBe(0);
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  const call = await prisma.activity.findFirstOrThrow({ where: { debtorId, kind: 'call' } });
  await undoActivity(team.db, { ...about, activityId: call.id, now: team.clock.now() });
  expect(await running()).toBe(0);
  expect(await prisma.plan.findMany()).toMatchObject([{ state: 'cancelled' }]);

  const { activityId: callId } = await logs(team, 'colin', { debtorId, outcome: 'instalments' });
  await undoActivity(team.db, { ...about, activityId: callId, now: team.clock.now() });
  const agreed = logPlan(team.db, {
    ...{ ...about, debtorId, callId, key: `form:plan:${callId}`, now: team.clock.now() },
    ...{ contactId: undefined, notes: undefined },
    words: {
      ...{ currency: 'GBP', amount: 128_450n, on: '2026-11-27', method: 'transfer', invoiceIds: [] },
      ...{ count: 3, rhythm: 'weekly' },
    },
  });
  await expect(agreed).rejects.toMatchObject({ code: 'call_taken_back' });
});
