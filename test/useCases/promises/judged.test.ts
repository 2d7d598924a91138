import { expect, it } from 'vitest';
import { loadAccount } from '../../../src/useCases/accounts/loadAccount.ts';
import { decideAgreement } from '../../../src/useCases/agreements/decideAgreement.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { logReply } from '../../../src/useCases/replies/logReply.ts';
import { paymentsKnownUntil } from '../../support/aDebtor.ts';
import { buttonsOf } from '../../support/wordsOf.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';
import { acme, bounces, logs, memberOf, promised } from '../calls/callTeam.ts';
import { click, noticeTeam } from '../notices/noticeTeam.ts';

const states = async (team: CallDesk) =>
  (await team.db.prisma.promise.findMany({ orderBy: { recordedAt: 'asc' } })).map(({ state }) => state);
const asked = (team: CallDesk, state = 'open') =>
  team.db.prisma.prompt.findMany({ where: { kind: 'broken_promise', state } });

/** £840.50 by Friday 27 November; judged on Wednesday 2 December. */
async function friday(team: CallDesk) {
  const debtor = await acme(team);
  const call = { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() };
  await logs(team, 'colin', call);
  return debtor;
}

it('is kept as soon as the money is there, and nobody is asked anything', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await team.move('2026-11-25T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await states(team)).toEqual(['kept']);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-03T10:00:00Z');
  expect(await asked(team)).toEqual([]);
});

it('is being checked until payments are known up to its last day, then broken: the owner is asked to call, at once', async () => {
  const team = await callDesk();
  await friday(team);
  await team.move('2026-12-02T10:00:00Z');
  expect(await states(team)).toEqual(['open']);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-03T10:00:00Z');
  expect(await states(team)).toEqual(['broken']);
  expect((await asked(team)).map(({ memberId }) => memberId)).toEqual([team.member.colin]);
  // it pings: a message of its own, beside the list
  const said = await team.db.prisma.outbox.findMany({ where: { kind: 'slack_post' } });
  const ping = said.find(({ payload }) => JSON.stringify(payload).includes('did not come'));
  expect(buttonsOf({ said: ping?.payload }, 'prompt_log_call')).toHaveLength(1);
  expect(JSON.stringify(ping?.payload)).not.toContain('threadOf');
});

it('is partially kept with a part of the money: the owner is asked, and it is no broken promise', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 20_000n);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-02T10:00:00Z');
  expect(await states(team)).toEqual(['partially_kept']);
  const [prompt] = await asked(team);
  expect(JSON.stringify(prompt?.details)).toContain('only £200.00 came');
});

it('is judged again when the money goes back', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await team.move('2026-11-25T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-03');
  await team.move('2026-12-03T10:00:00Z');
  expect(await states(team)).toEqual(['kept']);
  await bounces(team, debtor.id);
  expect(await states(team)).toEqual(['broken']);
  const [prompt, ...others] = await asked(team);
  expect(others).toEqual([]);
  const said = '£840.50 was promised for 27 Nov 2026; £840.50 came, and all of it was taken back.';
  expect(JSON.stringify(prompt?.details)).toContain(said);
});

it('partly kept after all, by money that is booked late, it is asked about once', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-02T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 42_816n, '2026-11-30');
  expect(await states(team)).toEqual(['partially_kept']);
  const [prompt, ...others] = await asked(team);
  expect(others).toEqual([]);
  expect(JSON.stringify(prompt?.details)).toContain('only £428.16 came');
  expect(await asked(team, 'overtaken')).toHaveLength(1);
});

it('given by somebody who does not pay it holds until the next business day, and longer once whoever pays confirms it; Undo takes that back', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const call = { ...promised(debtor.id, 128_450, '2026-12-04'), at: team.clock.now(), rightParty: false };
  const { said } = await logs(team, 'colin', call);
  expect(said.join(' ')).toContain('24 November');
  const carries = async () => {
    const about = { workspace: await team.workspace(), debtorId: debtor.id, now: team.clock.now() };
    return (await loadAccount(team.db, about)).decision.carrying !== undefined;
  };
  expect(await carries()).toBe(false);
  await team.move('2026-11-24T10:00:00Z');
  expect(await carries()).toBe(false);
  await team.move('2026-11-25T10:00:00Z');
  expect(await carries()).toBe(true);
  const member = await memberOf(team, 'colin');
  const answer = await logReply(team.db, {
    ...{ workspace: await team.workspace(), member, debtorId: debtor.id, kind: 'will_pay', ofPayer: true },
    ...{ notes: undefined, key: 'reply:1', now: team.clock.now() },
  });
  expect(answer.said.join(' ')).toContain('confirms the promise');
  expect(await carries()).toBe(false);
  const { activityId } = answer;
  await undoActivity(team.db, {
    ...{ workspace: await team.workspace(), member, activityId, now: team.clock.now() },
  });
  expect(await carries()).toBe(true);
});

it('given by somebody who does not pay it stands beside what whoever pays promised until they confirm it; its day past, nothing is held against them', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  // told on Thursday 19 November, logged on Monday 23: Friday, until which it would have held, is past
  const at = new Date('2026-11-19T10:00:00Z');
  const deskSaid = { ...promised(debtor.id, 84_050, '2026-11-26'), at, rightParty: false };
  expect((await logs(team, 'colin', deskSaid)).said.join(' ')).not.toContain('20 November');
  expect(await states(team)).toEqual(['open', 'open']);
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  const writes = (key: string, ofPayer: boolean) =>
    logReply(team.db, {
      ...{ ...about, debtorId: debtor.id, kind: 'will_pay', ofPayer, notes: undefined, key },
      now: team.clock.now(),
    });
  await writes('the desk again', false);
  expect(await states(team)).toEqual(['open', 'open']);
  const [once, twice] = [await writes('once', true), await writes('twice', true)];
  const undo = async ({ activityId }: { activityId: string }) => {
    await undoActivity(team.db, { ...about, activityId, now: team.clock.now() });
    return states(team);
  };
  expect(await states(team)).toEqual(['superseded', 'open']);
  expect(await undo(once)).toEqual(['superseded', 'open']);
  expect(await undo(twice)).toEqual(['open', 'open']);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-01');
  await team.move('2026-12-01T10:00:00Z');
  expect(await states(team)).toEqual(['open', 'cancelled']);
  expect(await asked(team)).toEqual([]);
});

it('renewed before its date it gives way; on its date it is broken for good, and the money is for the new one', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-11-30'), at: team.clock.now() });
  expect(await states(team)).toEqual(['superseded', 'open']);
  await team.move('2026-11-30T10:00:00Z');
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-04'), at: team.clock.now() });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await states(team)).toEqual(['superseded', 'broken', 'kept']);
});

it('renewed in a talk before its date and written down on it, it counts as renewed', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await team.move('2026-11-27T10:00:00Z');
  const talk = new Date('2026-11-26T15:00:00Z');
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-04'), at: talk });
  expect(await states(team)).toEqual(['superseded', 'open']);
  expect(await team.db.prisma.promise.findFirst({ where: { state: 'open' } })).toMatchObject({ renewals: 1 });
});

it('replaced on its judging day, before payments were known, it stays broken; taken back, it is judged like any other', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await team.move('2026-12-02T10:00:00Z');
  expect(await states(team)).toEqual(['open']);
  const anew = { ...promised(debtor.id, 84_050, '2026-12-04'), at: team.clock.now() };
  const { activityId } = await logs(team, 'colin', anew);
  await team.settle();
  expect(await states(team)).toEqual(['broken', 'open']);
  await team.move('2026-12-02T10:05:00Z');
  await undoActivity(team.db, {
    workspace: await team.workspace(),
    member: await memberOf(team, 'colin'),
    activityId,
    now: team.clock.now(),
  });
  expect(await states(team)).toEqual(['open', 'cancelled']);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-03T10:00:00Z');
  expect(await states(team)).toEqual(['broken', 'cancelled']);
  expect(await asked(team)).toHaveLength(1);
});

it('far ahead or for little a manager agrees, once; until then it stops nothing', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  await logs(team, 'colin', { ...promised(debtor.id, 84_050, '2026-12-18'), at: team.clock.now() });
  expect(await team.db.prisma.promise.findFirstOrThrow()).toMatchObject({ agreed: false });
  const prompt = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  const agree = async (name: 'colin' | 'marta') =>
    decideAgreement(team.db, {
      workspace: await team.workspace(),
      member: await memberOf(team, name),
      promptId: prompt.id,
      agrees: true,
      now: team.clock.now(),
    });
  await expect(agree('colin')).rejects.toThrow(/may not/);
  const manager = prompt.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_agree');
  expect(await team.db.prisma.promise.findFirstOrThrow()).toMatchObject({ agreed: true, state: 'open' });
  await expect(agree('marta')).rejects.toThrow(/is done/);
});

it('a manager who records it has agreed', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await logs(team, 'marta', { ...promised(debtor.id, 1_000, '2026-12-30'), at: team.clock.now() });
  expect(await team.db.prisma.promise.findFirstOrThrow()).toMatchObject({ agreed: true });
  expect(await team.db.prisma.prompt.count({ where: { kind: 'agree' } })).toBe(0);
});

it('for what was paid before it, and is booked only after it, is nobody’s to break', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  const call = { ...promised(debtor.id, 84_050, '2026-11-27'), at: team.clock.now() };
  await logs(team, 'colin', call);
  await team.move('2026-11-24T10:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 84_050n, '2026-11-20');
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-02T10:00:00Z');
  expect(await states(team)).toEqual(['kept']);
  expect(await asked(team)).toEqual([]);
  // the bank takes that payment back: nothing has come since
  await bounces(team, debtor.id);
  expect(await states(team)).toEqual(['broken']);
});

it('broken, the call ends once its invoice is paid, whatever else is open', async () => {
  const team = await callDesk();
  const debtor = await friday(team);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move('2026-12-02T10:00:00Z');
  expect(await asked(team)).toHaveLength(1);
  await team.pays(debtor, debtor.invoiceIds[1] ?? '');
  expect(await asked(team)).toHaveLength(1);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await states(team)).toEqual(['broken']);
  const [ended] = await asked(team, 'overtaken');
  expect(ended?.outcome).toBe('Nothing of what was promised is open any more: nothing to do.');
});

it('money that was booked before the talk keeps none of it, though it came on the same day', async () => {
  const team = await callDesk();
  const debtor = await acme(team);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 40_000n);
  await team.move('2026-11-23T11:30:00Z');
  await logs(team, 'colin', { ...promised(debtor.id, 44_050, '2026-11-27'), at: team.clock.now() });
  await team.move('2026-11-25T11:00:00Z');
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 4_050n);
  expect(await states(team)).toEqual(['open']);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 40_000n);
  expect(await states(team)).toEqual(['kept']);
});
