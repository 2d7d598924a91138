import { expect, it } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { reviewSoon } from '../../../src/db/debtors.ts';
import type { CallLog } from '../../../src/useCases/calls/CallLog.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import type { PlannedDebtor } from '../../support/aDebtor.ts';
import type { Name } from '../../support/sampleTeam.ts';
import { click, noticeTeam } from '../notices/noticeTeam.ts';
import { callDesk } from './callDesk.ts';
import { acme, type Desk, logs, memberOf, promised } from './callTeam.ts';

async function undo(team: Desk, who: Name, activityId: string): Promise<string> {
  const sentence = await undoActivity(team.db, {
    workspace: await team.workspace(),
    member: await memberOf(team, who),
    activityId,
    now: team.clock.now(),
  });
  await team.settle();
  return sentence;
}

/** Everything of a debtor that a decision looks at. */
async function standing(team: Desk, debtorId: string) {
  const where = { debtorId };
  const prompts = await team.db.prisma.prompt.findMany({ where, orderBy: { openedAt: 'asc' } });
  const steps = await team.db.prisma.stageStep.findMany({ where, orderBy: { takenAt: 'asc' } });
  return {
    prompts: prompts
      .filter(({ state }) => state === 'open')
      .map(({ kind, memberId, snoozedUntil }) => ({ kind, memberId, snoozedUntil })),
    steps: steps.map(({ stage, state, doneOn }) => ({ stage, state, doneOn })),
    promises: await team.db.prisma.promise.count({ where: { ...where, state: 'open' } }),
    disputes: await team.db.prisma.dispute.count({ where: { ...where, endedOn: null } }),
    dead: (await team.db.prisma.contact.findMany({ where })).flatMap(({ deadChannels }) => deadChannels),
    holds: await team.db.prisma.hold.count({ where: { ...where, endedOn: null } }),
  };
}

const [aDay, far] = ['2026-11-27', '2026-12-27'];
const tomorrow = new Date('2026-11-24T10:00:00Z');

it.each<[string, (acme: PlannedDebtor) => Partial<CallLog> & Pick<CallLog, 'outcome'>]>([
  ['a promise', ({ id }) => promised(id, 128_450, aDay)],
  ['a promise that a manager has to agree to', ({ id }) => promised(id, 5_000, far)],
  [
    'a dispute',
    ({ invoiceIds: [invoiceId = ''] }) => ({ outcome: 'disputes', dispute: { invoiceId, reason: 'price' } }),
  ],
  ['a payment to be seen', () => ({ outcome: 'paid' })],
  ['a pause', () => ({ outcome: 'hardship', holdUntil: '2026-12-01' })],
  ['a call-back', () => ({ outcome: 'call_back', callBackAt: tomorrow })],
  ['another attempt', () => ({ outcome: 'no_answer' })],
  ['a dead number', ({ contactIds }) => ({ outcome: 'wrong_number', contactId: contactIds[0] })],
  ['nothing', () => ({ outcome: 'refuses' })],
])('a call that led to %s leaves everything as it was when it is taken back', async (_, call) => {
  const team = await callDesk();
  const debtor = await acme(team);
  const before = await standing(team, debtor.id);
  const what = { ...call(debtor), debtorId: debtor.id, at: team.clock.now() };
  const { activityId } = await logs(team, 'colin', what);
  expect(await standing(team, debtor.id)).not.toEqual(before);
  await undo(team, 'colin', activityId);
  expect(await standing(team, debtor.id)).toEqual(before);
});

it('twice is once; it brings back the promise that it had replaced', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await logs(team, 'colin', { ...promised(debtor.id, 128_450, '2026-11-27'), at: team.clock.now() });
  const { activityId } = await logs(team, 'colin', {
    ...promised(debtor.id, 84_050, '2026-11-30'),
    at: team.clock.now(),
  });
  await undo(team, 'colin', activityId);
  await undo(team, 'colin', activityId);
  const promises = await team.db.prisma.promise.findMany({ orderBy: { promisedOn: 'asc' } });
  expect(promises.map(({ state }) => state)).toEqual(['open', 'cancelled']);
  expect(await team.db.prisma.activity.count({ where: { reversesId: activityId } })).toBe(1);
});

it('a quarter of an hour, the own entry or a manager, nobody else', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const { activityId } = await logs(team, 'colin', { debtorId: debtor.id, outcome: 'refuses' });
  await expect(undo(team, 'clara', activityId)).rejects.toThrow(/own/);
  await expect(undo(team, 'vera', activityId)).rejects.toThrow(/may not/);
  await team.move('2026-11-23T09:44:00Z');
  await undo(team, 'marta', activityId);
  const second = await logs(team, 'colin', { debtorId: debtor.id, outcome: 'refuses' });
  await team.move('2026-11-23T10:00:00Z');
  await expect(undo(team, 'colin', second.activityId)).rejects.toThrow(/over/);
});

it('the third attempt on the third day through a second channel finishes the step; taken back it is asked again', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const states = async () =>
    (await team.db.prisma.stageStep.findMany({ where: { debtorId: debtor.id } })).map((s) => [
      s.stage,
      s.state,
    ]);
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'no_answer' });
  await team.move('2026-11-24T16:00:00Z');
  const at = team.clock.now();
  await team.db.prisma.activity.create({
    data: {
      ...{ id: newId(), workspaceId: team.workspaceId, debtorId: debtor.id, at, recordedAt: at },
      ...{ kind: 'email', direction: 'out', outcome: 'sent', memberId: team.member.colin },
    },
  });
  await team.db.transaction((tx) => reviewSoon(tx, team.workspaceId, debtor.id, at));
  await team.move('2026-11-25T10:00:00Z');
  expect(await states()).toEqual([['commitment_call', 'pending']]);
  const { activityId } = await logs(team, 'colin', { debtorId: debtor.id, outcome: 'left_message' });
  expect(await states()).toEqual([['commitment_call', 'done']]);
  expect(await team.db.prisma.prompt.count({ where: { state: 'open' } })).toBe(0);
  await undo(team, 'colin', activityId);
  expect(await states()).toEqual([['commitment_call', 'pending']]);
  expect(await team.db.prisma.prompt.count({ where: { state: 'open', kind: 'call' } })).toBe(1);
});

it('the same submission delivered twice, at the same time, is one call with one promise', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const call = { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() };
  const both = await Promise.all([logs(team, 'colin', call, 'form-1'), logs(team, 'colin', call, 'form-1')]);
  expect(new Set(both.map(({ activityId }) => activityId)).size).toBe(1);
  expect(await team.db.prisma.promise.count()).toBe(1);
  expect(await team.db.prisma.activity.count()).toBe(1);
});

it('an agreed call-back comes at its minute, by itself, and an attempt before does not move it', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const callBackAt = new Date('2026-11-24T08:15:00Z');
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'call_back', callBackAt });
  await team.move({ to: '2026-11-23T15:00:00Z' });
  await logs(team, 'colin', { debtorId: debtor.id, outcome: 'no_answer' });
  const pings = async () =>
    (await team.person.colin.messages()).filter((m) => m.text.startsWith('Call back')).length;
  await team.move({ to: '2026-11-24T08:14:00Z' });
  expect(await pings()).toBe(0);
  await team.move({ to: '2026-11-24T08:15:00Z' });
  expect(await pings()).toBe(1);
  await click(team, 'colin', 'prompt_no_answer');
  const call = await team.db.prisma.activity.findFirstOrThrow({
    where: { outcome: 'no_answer' },
    orderBy: { at: 'desc' },
  });
  // they asked for it: it does not count against the calls of a week
  expect(call.details).toMatchObject({ requested: true });
});
