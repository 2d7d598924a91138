import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { endCondition } from '../../../src/useCases/conditions/endCondition.ts';
import { recordCondition } from '../../../src/useCases/conditions/recordCondition.ts';
import { missPayment } from '../../../src/useCases/holds/missPayment.ts';
import { callKinds } from '../../../src/useCases/prompts/promptKinds.ts';
import { type CallDesk, callDesk } from './callDesk.ts';
import { acme, logs, memberOf } from './callTeam.ts';

const TOMORROW = new Date('2026-11-24T11:00:00Z');

const openCalls = async ({ db }: CallDesk) =>
  (await db.prisma.prompt.findMany({ where: { state: 'open', kind: { in: [...callKinds] } } })).map(
    ({ kind }) => kind,
  );

async function stop(
  desk: CallDesk,
  debtorId: string,
  kind: 'cease' | 'breathing_space' = 'cease',
): Promise<string> {
  const given = { kind, since: dayOf('2026-11-23'), evidence: 'Leave us alone' };
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'colin')];
  const recording = { workspace, member, debtorId, given, key: newId(), now: desk.clock.now() };
  await recordCondition(desk.db, recording);
  await desk.settle();
  return (await desk.db.prisma.debtorCondition.findFirstOrThrow()).id;
}

async function end(desk: CallDesk, debtorId: string, conditionId: string) {
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'marta')];
  const ending = { conditionId, how: 'over' as const, reason: 'They wrote again' };
  await endCondition(desk.db, { workspace, member, debtorId, ending, key: newId(), now: desk.clock.now() });
  await desk.settle();
}

async function handOff({ db, workspaceId, member }: CallDesk, debtorId: string) {
  const own = { id: newId(), workspaceId, debtorId };
  const step = await db.prisma.stageStep.findFirstOrThrow({ where: { debtorId } });
  await db.prisma.handOff.create({
    data: {
      ...{ ...own, stepId: step.id, approvalId: newId(), askedById: member.marta },
      ...{ toKind: 'agency', toName: 'Creditline Ltd' },
      ...{ handedOn: dateOfDay(dayOf('2026-11-20')), handedAt: new Date('2026-11-20T10:00:00Z') },
    },
  });
}

test('stopped: a call-back that they ask for waits for the end of the stop', async () => {
  const desk = await callDesk();
  const { id: debtorId } = await acme(desk);
  const stopId = await stop(desk, debtorId);
  const { said } = await logs(desk, 'colin', { debtorId, outcome: 'call_back', callBackAt: TOMORROW });
  expect(said.join(' ')).toMatch(/stopped/);
  expect(await openCalls(desk)).toEqual([]);
  await end(desk, debtorId, stopId);
  expect(await openCalls(desk)).toContain('call_back');
});

test('a call-back whose call was taken back does not come with the end of the stop', async () => {
  const desk = await callDesk();
  const { id: debtorId } = await acme(desk);
  const stopId = await stop(desk, debtorId);
  const call = await logs(desk, 'colin', { debtorId, outcome: 'call_back', callBackAt: TOMORROW });
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'colin')];
  await undoActivity(desk.db, { workspace, member, activityId: call.activityId, now: desk.clock.now() });
  await end(desk, debtorId, stopId);
  expect(await openCalls(desk)).not.toContain('call_back');
});

test('what a call had answered is not asked again, the call taken back, while a stop stands; after it it is', async () => {
  const desk = await callDesk();
  const { id: debtorId } = await acme(desk);
  await logs(desk, 'colin', { debtorId, outcome: 'call_back', callBackAt: TOMORROW });
  const answer = await logs(desk, 'colin', { debtorId, outcome: 'refuses' });
  const stopId = await stop(desk, debtorId);
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'colin')];
  await undoActivity(desk.db, { workspace, member, activityId: answer.activityId, now: desk.clock.now() });
  await desk.settle();
  expect(await openCalls(desk)).toEqual([]);
  await end(desk, debtorId, stopId);
  expect(await openCalls(desk)).toContain('call_back');
});

test('handed off: nobody is asked to call back, nor about a payment that did not come', async () => {
  const desk = await callDesk();
  const { id: debtorId } = await acme(desk);
  await logs(desk, 'colin', { debtorId, outcome: 'paid' });
  await handOff(desk, debtorId);
  await logs(desk, 'colin', { debtorId, outcome: 'call_back', callBackAt: TOMORROW });
  const { id: promptId } = await desk.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'find_payment' } });
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'fiona')];
  await missPayment(desk.db, { workspace, member, promptId, now: desk.clock.now() });
  await desk.move('2026-11-27T10:00:00Z');
  expect(await openCalls(desk)).toEqual([]);
});

test('a breathing space does not end by itself: when its 60 days have run out a manager is asked, once, and nothing else is', async () => {
  const desk = await callDesk();
  const { id: debtorId } = await acme(desk);
  const stopId = await stop(desk, debtorId, 'breathing_space');
  const asked = () =>
    desk.db.prisma.prompt.findMany({ where: { debtorId, kind: 'decide_condition' }, orderBy: { id: 'asc' } });
  const openOnes = () => desk.db.prisma.prompt.findMany({ where: { debtorId, state: 'open' } });
  const [first, ...more] = await asked();
  expect(more).toEqual([]);
  // the 60th day is Thursday 21 January
  await desk.move('2027-01-21T10:00:00Z');
  expect((await asked()).map(({ id }) => id)).toEqual([first?.id]);
  await desk.move('2027-01-22T10:00:00Z');
  const again = (await asked()).find(({ id }) => id !== first?.id);
  expect([desk.member.marta, desk.member.max]).toContain(again?.memberId);
  expect(JSON.stringify(again?.details)).toContain('60 days');
  expect((await openOnes()).map(({ id }) => id)).toEqual([again?.id]);

  await desk.db.prisma.prompt.update({ where: { id: again?.id ?? '' }, data: { state: 'done' } });
  await desk.move('2027-01-25T10:00:00Z');
  expect(await asked()).toHaveLength(2);
  expect(await openOnes()).toEqual([]);
  await end(desk, debtorId, stopId);
  expect((await openOnes()).length).toBeGreaterThan(0);
});
