import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { digestPromises } from '../../../src/db/digestPromises.ts';
import { weekPromises } from '../../../src/db/weekPromises.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { logPlan } from '../../../src/useCases/plans/logPlan.ts';
import { logReply } from '../../../src/useCases/replies/logReply.ts';
import { type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, bounces, logs, memberOf, promised } from '../calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Acme owes £840.50 for 57 days on Monday 23 November: the late-payment notice would come on Thursday. */
async function team() {
  const desk = await noticeTeam();
  const debtor = await acme(desk, { invoices: [{ number: 'INV-1', due: '2026-09-27', amount: 84_050 }] });
  await desk.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  return { desk, debtor };
}

const promise = async (
  desk: NoticeTeam,
  debtor: PlannedDebtor,
  amount: number,
  on: string,
  rightParty = true,
) => logs(desk, 'colin', { ...promised(debtor.id, amount, on), at: desk.clock.now(), rightParty });

const all = ({ db }: NoticeTeam) =>
  db.prisma.promise.findMany({ orderBy: [{ recordedAt: 'asc' }, { promisedOn: 'asc' }] });
const states = async (desk: NoticeTeam) => (await all(desk)).map(({ state }) => state);

async function until(desk: NoticeTeam, day: string) {
  await paymentsKnownUntil(desk.db, desk.workspaceId, day);
  await desk.move({ to: `${day}T10:00:00Z` });
}

async function answers(desk: NoticeTeam, answer: 'agree' | 'disagree') {
  const where = { kind: 'agree', state: 'open' };
  const { memberId } = await desk.db.prisma.prompt.findFirstOrThrow({ where });
  await click(desk, memberId === desk.member.marta ? 'marta' : 'max', `prompt_${answer}`);
  await desk.settle();
}

async function undo(desk: NoticeTeam, activityId: string) {
  const by = { workspace: await desk.workspace(), member: await memberOf(desk, 'colin') };
  await undoActivity(desk.db, { ...by, activityId, now: desk.clock.now() });
  await desk.settle();
}

const asked = ({ db }: NoticeTeam, kind: string) =>
  db.prisma.prompt.count({ where: { kind, state: 'open' } });

async function account({ person: { colin } }: NoticeTeam) {
  await colin.command('show acme');
  return wordsOf(await colin.last());
}

it('what was promised before stands until a manager agrees to a later day; they do not, and it is over', async () => {
  const { desk, debtor } = await team();
  const { colin } = desk.person;
  await colin.command('log acme spoke to Jane, promised 840.50 by 4 dec');
  await colin.submit();
  await colin.click(await colin.view(), 'promise_confirm');
  await colin.close();
  await until(desk, '2026-11-24');
  const { said } = await promise(desk, debtor, 84_050, '2026-12-21');
  expect(said.join(' ')).toContain('until then the earlier promise stands');
  expect(said.join(' ')).not.toContain('It takes the place');
  expect(await states(desk)).toEqual(['open', 'open']);
  await until(desk, '2026-11-26');
  expect(await desk.db.prisma.stageStep.count({ where: { stage: 'firm_notice' } })).toBe(0);
  expect((await desk.mails()).map(({ subject }) => subject)).toEqual([expect.stringContaining('4 December')]);
  expect(await account(desk)).toContain('£840.50 by 21 Dec 2026 (a manager has still to agree)');
  await answers(desk, 'disagree');
  expect(await states(desk)).toEqual(['open', 'cancelled']);
  const told = (await colin.messages()).find(({ text }) => text.includes('did not agree'));
  expect(told?.text).toContain('it stops nothing, and what was promised before stands');
  expect(await account(desk)).not.toContain('has still to agree');
  expect(await account(desk)).toContain('£840.50 by 4 Dec 2026');
});

it('what a manager did not agree to is never broken; what stood beside it is', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-11-24');
  await desk.move({ advance: 'PT1M' });
  // too little for a promise of its own
  await promise(desk, debtor, 5_000, '2026-11-25');
  await answers(desk, 'disagree');
  await until(desk, '2026-11-30');
  expect(await states(desk)).toEqual(['broken', 'cancelled']);
  expect(await desk.db.prisma.prompt.count({ where: { kind: 'broken_promise' } })).toBe(1);
});

it('once a manager agrees it takes the place of what was promised before, on that day; Undo of the call brings that back', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-04');
  await desk.move({ advance: 'PT1M' });
  const { activityId } = await promise(desk, debtor, 84_050, '2026-12-21');
  await desk.move({ advance: 'PT5M' });
  await answers(desk, 'agree');
  const [before, after] = await all(desk);
  expect(before).toMatchObject({ state: 'superseded', replacedOn: new Date('2026-11-23') });
  expect(after).toMatchObject({ state: 'open', agreed: true, renewals: 1 });
  const told = (await desk.person.colin.messages()).find(({ text }) =>
    text.includes('agreed to the promise'),
  );
  expect(told?.text).toContain('which takes the place of what was promised before');
  await undo(desk, activityId);
  expect(await states(desk)).toEqual(['open', 'cancelled']);
  expect((await all(desk))[0]).toMatchObject({ replacedOn: null, endedOn: null });
});

it('taken back while a manager is asked it has changed nothing, and nobody is asked any more', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-04');
  await desk.move({ advance: 'PT1M' });
  const { activityId } = await promise(desk, debtor, 84_050, '2026-12-21');
  await undo(desk, activityId);
  expect(await states(desk)).toEqual(['open', 'cancelled']);
  expect(await asked(desk, 'agree')).toBe(0);
});

it('who is asked twice is asked about the last only; that taken back, about the one before', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-04');
  await desk.move({ advance: 'PT1M' });
  await promise(desk, debtor, 84_050, '2026-12-21');
  await desk.move({ advance: 'PT1M' });
  const { activityId } = await promise(desk, debtor, 84_050, '2026-12-28');
  expect(await states(desk)).toEqual(['open', 'superseded', 'open']);
  expect(await asked(desk, 'agree')).toBe(1);
  await undo(desk, activityId);
  expect(await states(desk)).toEqual(['open', 'open', 'cancelled']);
  expect(await asked(desk, 'agree')).toBe(1);
  await answers(desk, 'agree');
  expect(await states(desk)).toEqual(['superseded', 'open', 'cancelled']);
});

it('the money comes for what was promised before: the later day is no question any more; taken back, it is one again', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-04');
  await until(desk, '2026-11-24');
  await promise(desk, debtor, 84_050, '2026-12-21');
  await until(desk, '2026-12-03');
  await desk.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await states(desk)).toEqual(['kept', 'kept']);
  expect((await all(desk)).map(({ received }) => received)).toEqual([84_050n, 0n]);
  expect(await asked(desk, 'agree')).toBe(0);
  await bounces(desk, debtor.id);
  expect(await states(desk)).toEqual(['open', 'open']);
  expect(await asked(desk, 'agree')).toBe(1);
});

it('a part that was promised before is paid before a manager agrees to a day for all: what is left then keeps it, and each counts once', async () => {
  const { desk, debtor } = await team();
  const [invoiceId = ''] = debtor.invoiceIds;
  await promise(desk, debtor, 50_000, '2026-11-25');
  await until(desk, '2026-11-24');
  await promise(desk, debtor, 84_050, '2026-12-21');
  await desk.move({ to: '2026-11-25T10:00:00Z' });
  await desk.pays(debtor, invoiceId, 50_000n);
  expect(await states(desk)).toEqual(['kept', 'open']);
  await answers(desk, 'agree');
  expect(await states(desk)).toEqual(['kept', 'open']);
  await desk.move({ to: '2026-12-18T10:00:00Z' });
  await desk.pays(debtor, invoiceId, 34_050n);
  expect(await states(desk)).toEqual(['kept', 'kept']);
  const about = { workspaceId: desk.workspaceId, sunday: dayOf('2026-12-27'), weeks: 6 };
  const weeks = await weekPromises(desk.db, about);
  expect(weeks.map(({ kept, broken, partial }) => [kept, partial, broken])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ]);
});

it('broken before a manager agreed it stays broken; the later day counts by itself from then on', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-11-27');
  await until(desk, '2026-11-24');
  await promise(desk, debtor, 84_050, '2026-12-21');
  await until(desk, '2026-12-02');
  expect(await states(desk)).toEqual(['broken', 'open']);
  await answers(desk, 'agree');
  expect(await states(desk)).toEqual(['broken', 'open']);
  expect(await account(desk)).toContain('£840.50 by 21 Dec 2026');
});

it('a day to which nobody agreed passes: it is over, and not broken', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-21');
  await until(desk, '2026-12-29');
  expect(await states(desk)).toEqual(['cancelled']);
  expect(await asked(desk, 'broken_promise')).toBe(0);
  expect(await asked(desk, 'agree')).toBe(0);
});

it('given by somebody who does not pay, it needs both: whoever pays and a manager, in whichever order', async () => {
  for (const first of ['manager', 'payer']) {
    const { desk, debtor } = await team();
    await promise(desk, debtor, 84_050, '2026-12-04');
    await desk.move({ advance: 'PT1M' });
    await promise(desk, debtor, 84_050, '2026-12-21', false);
    const about = { workspace: await desk.workspace(), member: await memberOf(desk, 'colin') };
    const confirms = () =>
      logReply(desk.db, {
        ...{ ...about, debtorId: debtor.id, kind: 'will_pay', ofPayer: true, notes: undefined, key: first },
        now: desk.clock.now(),
      });
    await (first === 'manager' ? answers(desk, 'agree') : confirms());
    expect(await states(desk)).toEqual(['open', 'open']);
    await (first === 'manager' ? confirms() : answers(desk, 'agree'));
    expect(await states(desk)).toEqual(['superseded', 'open']);
  }
});

it('a plan that a manager has to agree to leaves what was promised until they do; refused, all of it is over', async () => {
  for (const answer of ['agree', 'disagree'] as const) {
    const { desk, debtor } = await team();
    await promise(desk, debtor, 84_050, '2026-12-04');
    await desk.move({ advance: 'PT1M' });
    const words = {
      ...{ currency: 'GBP', amount: 84_050n, on: '2026-11-27', method: 'transfer' as const, invoiceIds: [] },
      ...{ count: 6, rhythm: 'weekly' as const },
    };
    const { said, activityId } = await logPlan(desk.db, {
      ...{ workspace: await desk.workspace(), member: await memberOf(desk, 'colin'), debtorId: debtor.id },
      ...{ key: newId(), contactId: undefined, notes: undefined, words, now: desk.clock.now() },
    });
    await desk.settle();
    expect(said.join(' ')).toContain('until then what was promised before stands');
    expect(await states(desk)).toEqual(['open', ...Array.from({ length: 6 }, () => 'open')]);
    await answers(desk, answer);
    const plan = await desk.db.prisma.plan.findFirstOrThrow();
    const [before, instalment] = answer === 'agree' ? ['superseded', 'open'] : ['open', 'cancelled'];
    expect([plan.state, ...(await states(desk))]).toEqual([
      instalment,
      before,
      ...Array.from({ length: 6 }, () => instalment),
    ]);
    await undo(desk, activityId);
    expect(await states(desk)).toEqual(['open', ...Array.from({ length: 6 }, () => 'cancelled')]);
  }
});

it('the digest tells of one promise for a day, not of one more that a manager has still to agree to', async () => {
  const { desk, debtor } = await team();
  await promise(desk, debtor, 84_050, '2026-12-04');
  await desk.move({ advance: 'PT1M' });
  // too little for a promise of its own
  await promise(desk, debtor, 5_000, '2026-12-04');
  expect((await all(desk)).map(({ state, agreed }) => [state, agreed])).toEqual([
    ['open', null],
    ['open', false],
  ]);
  const due = async () => {
    const days = { since: dayOf('2026-12-03'), day: dayOf('2026-12-04') };
    const found = await digestPromises(desk.db, { workspaceId: desk.workspaceId, ...days });
    return found.due.map(({ amount }) => amount);
  };
  expect(await due()).toEqual([84_050n]);
  await answers(desk, 'agree');
  expect(await due()).toEqual([5_000n]);
});
