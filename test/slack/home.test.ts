import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Name } from '../support/sampleTeam.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

test('the Home tab shows what waits for this member, and is drawn again each time', async () => {
  const { person, db, workspaceId, member, clock } = await dulyInPlayground();
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.colin,
    invoices: [{ due: '2026-10-01', amount: 1_200_00 }],
  });
  expect(wordsOf(await person.colin.home())).toContain('Nothing is waiting for you');
  await db.prisma.prompt.create({
    data: {
      id: 'p1',
      workspaceId,
      debtorId: acme.id,
      key: 'k',
      kind: 'broken_promise',
      memberId: member.colin,
      openedAt: clock.now(),
      answerBy: clock.now(),
    },
  });
  await db.prisma.promise.create({
    data: {
      id: newId(),
      workspaceId,
      debtorId: acme.id,
      memberId: member.colin,
      currency: 'GBP',
      amount: 300_00n,
      madeOn: dateOfDay(dayOf('2026-11-23')),
      promisedOn: dateOfDay(dayOf('2026-11-23')),
      lastOn: dateOfDay(dayOf('2026-11-25')),
      judgeOn: dateOfDay(dayOf('2026-11-26')),
      recordedAt: clock.now(),
    },
  });
  const home = await person.colin.home();
  const words = wordsOf(home);
  expect(words).toContain('£1,200.00, 53 days late');
  expect(words).toContain('£300.00 promised for today');
  expect(words).toContain('1 promise of £300.00');
  expect(buttonsOf(home, 'prompt_log_call')).toEqual(['p1']);
  await person.colin.click(home, 'open_account', { value: acme.id, block_id: blockOf(home, 'open_account') });
  expect(wordsOf(await person.colin.view())).toContain('Acme Ltd');
  expect(wordsOf(await person.clara.home())).not.toContain('Acme Ltd');
});

test('a plan is one promise of the week, however many instalments it has', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('plan acme 1,284.50 from 27 nov');
  await colin.submit({ count: { value: '3' }, rhythm: { selected_option: 'weekly' } });
  await colin.submit();
  expect(await team.db.prisma.promise.count()).toBe(3);
  expect(wordsOf(await colin.home())).toContain('1 promise of £1,284.50');
  await colin.click(await colin.view(), 'undo_activity');
  expect(wordsOf(await colin.home())).toContain('0 promises.');
});

test('a list that the Home tab cuts says how many there are, however many that is', async () => {
  const { person, db, workspaceId, member, clock } = await dulyInPlayground();
  const acme = await aDebtor(db, workspaceId, { name: 'Acme Ltd', ownerId: member.colin });
  const [day, after] = ['2026-11-23', '2026-11-24'].map((on) => dateOfDay(dayOf(on))) as [Date, Date];
  await db.prisma.promise.createMany({
    data: Array.from({ length: 63 }, () => ({
      ...{ id: newId(), workspaceId, debtorId: acme.id, memberId: member.colin, recordedAt: clock.now() },
      ...{ currency: 'GBP', amount: 300_00n, madeOn: day, promisedOn: day, lastOn: day, judgeOn: after },
    })),
  });
  expect(wordsOf(await person.colin.home())).toContain('…and 53 more: `/debt list promises` has them all');
  await person.colin.command('help');
  expect(wordsOf(await person.colin.last())).toContain('63 promised for today or before');
});

/** A final notice to Acme waits for approval; asked for by whoever looks after Acme. */
async function finalNoticeAsked(owner: 'max' | 'marta' | 'colin', settings: Record<string, unknown> = {}) {
  const team = await noticeTeam({ settings });
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.debtor.updateMany({ data: { ownerId: team.member[owner] } });
  if (owner === 'marta')
    await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'viewer' } });
  await team.settle();
  await click(team, owner, 'prompt_ask_approval');
  return { team, waits: async (name: Name) => wordsOf(await team.person[name].home()) };
}

test('approvals wait for managers who did not ask for them', async () => {
  const { team, waits } = await finalNoticeAsked('max');
  expect(await waits('marta')).toContain('Final notice, asked for by Max Adler');
  expect(await waits('max')).not.toContain('Final notice, asked for');
  expect(await waits('colin')).not.toContain('Final notice, asked for');
  await team.person.marta.command('help');
  expect(wordsOf(await team.person.marta.last())).toContain('1 to approve');
});

test('where two have to approve it waits for the second alone once the first has', async () => {
  const { team, waits } = await finalNoticeAsked('colin', { twoApproversOver: { GBP: 100_000 } });
  await team.person.marta.react(await team.request(), 'white_check_mark');
  expect(await waits('marta')).not.toContain('Final notice, asked for');
  expect(await waits('max')).toContain('Final notice, asked for by Colin Shaw');
});

test('what the only approver has to confirm twice waits for them until they have, also what they asked for themselves', async () => {
  const { team, waits } = await finalNoticeAsked('marta', { singleApprover: 'confirm_twice' });
  expect(await waits('marta')).toMatch(/Final notice, asked for by Marta \w+(?!: confirm)/);
  await team.person.marta.react(await team.request(), 'white_check_mark');
  expect(await waits('marta')).toContain(': confirm it once more');
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  expect(await waits('marta')).not.toContain('Final notice, asked for');
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('approved');
});

test('what fell due on a Saturday is not called due today on Monday', async () => {
  const team = await noticeTeam();
  await acme(team, { invoices: [{ due: '2026-11-21', amount: 84_050 }] });
  const { colin } = team.person;
  await colin.command('digest');
  for (const words of [wordsOf(await colin.home()), (await colin.messages()).map(wordsOf).join('\n')]) {
    expect(words).toMatch(/Due-date reminder.*Acme Rooms|Acme Rooms.*Due-date reminder/);
    expect(words).not.toContain('Due today');
  }
});

test('a manager sees what is still to be set up and starts from there; others do not', async () => {
  const { person, db, workspaceId } = await dulyInPlayground({ started: false, settings: { channels: {} } });
  const home = await person.marta.home();
  expect(wordsOf(home)).toContain('Choose a channel for collections, approvals, finance');
  expect(wordsOf(home)).toContain('Bring the ledger in');
  expect(wordsOf(await person.colin.home())).not.toContain('Set-up');
  await person.marta.click(home, 'start_workspace');
  expect(
    (await db.prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId } })).startedAt,
  ).not.toBeNull();
  const after = (await person.marta.state()).home;
  expect(buttonsOf(after ?? {}, 'start_workspace')).toEqual([]);
  await person.marta.click(after ?? home, 'open_settings');
  expect((await person.marta.view()).callback_id).toBe('settings');
});

test('whoever opens the messages for the first time is greeted, once', async () => {
  const { person, playground } = await dulyInPlayground();
  for (let times = 0; times < 2; times += 1) {
    await fetch(`${playground.url}/client/home`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: person.colin.id, tab: 'messages' }),
    });
  }
  expect(await person.colin.messages()).toHaveLength(1);
});

test('a member seen for the first time is a viewer', async () => {
  const { person, db, workspaceId } = await dulyInPlayground({ members: false });
  await person.colin.home();
  const members = await db.prisma.member.findMany({ where: { workspaceId } });
  expect(members).toMatchObject([{ slackUserId: person.colin.id, role: 'viewer' }]);
});

function blockOf(home: { blocks: { block_id?: string | undefined }[] }, actionId: string): string {
  return home.blocks.find((block) => JSON.stringify(block).includes(actionId))?.block_id ?? '';
}
