import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { logPlan } from '../../../src/useCases/plans/logPlan.ts';
import { type PlannedDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, bounces, logs, memberOf, promised } from '../calls/callTeam.ts';

/** £1,284.50, all that Acme owes, in three weekly instalments from Friday 27 November, agreed on Monday 23 November. */
async function inThree(team: CallDesk, debtor: PlannedDebtor, callId?: string) {
  const words = {
    ...{ currency: 'GBP', amount: 128_450n, on: '2026-11-27', method: 'transfer' as const, invoiceIds: [] },
    ...{ count: 3, rhythm: 'weekly' as const },
  };
  const logged = await logPlan(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin'), debtorId: debtor.id },
    ...{ key: newId(), callId, contactId: undefined, notes: undefined, words, now: team.clock.now() },
  });
  await team.settle();
  return logged;
}

const instalments = async ({ db }: CallDesk) =>
  (
    await db.prisma.promise.findMany({ where: { planId: { not: null } }, orderBy: { promisedOn: 'asc' } })
  ).map(({ state }) => state);
const plan = async ({ db }: CallDesk) => (await db.prisma.plan.findFirstOrThrow()).state;
const asked = ({ db }: CallDesk) =>
  db.prisma.prompt.count({ where: { kind: 'broken_promise', state: 'open' } });

it('while it is kept the clocks of the invoices that it pays stand still; paid to the end, it is kept', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor);
  expect(await team.db.prisma.prompt.findMany({ where: { kind: 'call', state: 'open' } })).toEqual([]);
  await team.move('2026-11-27T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 42_816n);
  await team.move('2026-12-04T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await instalments(team)).toEqual(['kept', 'open', 'open']);
  // more than the second instalment asks for counts towards the third
  await team.pays(debtor, debtor.invoiceIds[1] ?? '');
  expect(await instalments(team)).toEqual(['kept', 'kept', 'kept']);
  expect(await plan(team)).toBe('kept');
  expect(await asked(team)).toBe(0);
});

it('agreed on with somebody who does not pay it is unconfirmed, every instalment of it', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const call = { debtorId: debtor.id, outcome: 'instalments' as const, rightParty: false };
  const { activityId } = await logs(team, 'colin', call);
  await inThree(team, debtor, activityId);
  expect(await team.db.prisma.promise.count({ where: { unconfirmed: true } })).toBe(3);
});

it('written down after the call in which it was agreed on, it counts from the call', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await logs(team, 'colin', promised(debtor.id, 128_450, '2026-11-26'));
  const { activityId } = await logs(team, 'colin', { debtorId: debtor.id, outcome: 'instalments' });
  await team.move('2026-11-26T16:00:00Z');
  await inThree(team, debtor, activityId);
  const { madeOn } = await team.db.prisma.plan.findFirstOrThrow();
  expect(madeOn).toEqual(new Date('2026-11-23T00:00:00Z'));
  // on the day of the call what had been promised was not due yet: renewed, and not broken
  const before = await team.db.prisma.promise.findFirstOrThrow({ where: { planId: null } });
  expect(before.state).toBe('superseded');
  expect(await asked(team)).toBe(0);
});

it('a missed instalment breaks it after tolerance: the rest is promised no more, the days count again, the owner is asked to call', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-01T10:00:00Z');
  expect(await plan(team)).toBe('open');
  await team.move('2026-12-02T10:00:00Z');
  expect(await instalments(team)).toEqual(['broken', 'cancelled', 'cancelled']);
  expect(await plan(team)).toBe('broken');
  expect(await asked(team)).toBe(1);
  const { effectiveDays } = await team.db.prisma.case.findFirstOrThrow();
  expect(effectiveDays).toBe(48);
  // the money was there in time and is booked late: the plan stands again
  await team.db.transaction(async (tx) => {
    const { creditorId } = await tx.prisma.invoice.findFirstOrThrow();
    const id = newId();
    await tx.prisma.payment.create({
      data: {
        ...{ id, workspaceId: team.workspaceId, creditorId, debtorId: debtor.id, currency: 'GBP', key: id },
        ...{ amount: 42_816n, unapplied: 42_816n, origin: 'bank' },
        ...{ valueOn: new Date('2026-11-30'), recordedAt: team.clock.now() },
      },
    });
    await tx.prisma.debtor.update({ where: { id: debtor.id }, data: { nextReviewAt: team.clock.now() } });
  });
  await team.settle();
  expect(await instalments(team)).toEqual(['kept', 'open', 'open']);
  expect(await plan(team)).toBe('open');
  expect(await asked(team)).toBe(0);
});

it('what a bank took of an instalment breaks nothing: its rest is too small to be chased', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor);
  await team.move('2026-11-27T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 42_416n);
  expect(await instalments(team)).toEqual(['open', 'open', 'open']);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-02T10:00:00Z');
  expect(await instalments(team)).toEqual(['kept', 'open', 'open']);
  expect(await plan(team)).toBe('open');
  expect(await asked(team)).toBe(0);
});

it('an instalment whose money goes back breaks a plan that was kept', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-11-27T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 42_816n);
  await team.move('2026-12-02T10:00:00Z');
  expect(await instalments(team)).toEqual(['kept', 'open', 'open']);
  await bounces(team, debtor.id);
  expect(await instalments(team)).toEqual(['broken', 'cancelled', 'cancelled']);
});

it('a promise on the same invoices takes the place of the whole plan, and Undo brings the plan back', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await inThree(team, debtor);
  const anew = { ...promised(debtor.id, 128_450, '2026-11-27'), at: team.clock.now() };
  const { activityId } = await logs(team, 'colin', anew);
  expect(await instalments(team)).toEqual(['superseded', 'superseded', 'superseded']);
  expect(await plan(team)).toBe('cancelled');
  await undoActivity(team.db, {
    ...{ workspace: await team.workspace(), member: await memberOf(team, 'colin') },
    ...{ activityId, now: team.clock.now() },
  });
  expect(await instalments(team)).toEqual(['open', 'open', 'open']);
  expect(await plan(team)).toBe('open');
});
