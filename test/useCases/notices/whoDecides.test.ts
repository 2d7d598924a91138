import { expect, it } from 'vitest';
import { decideApproval } from '../../../src/useCases/notices/decideApproval.ts';
import { proposeNotice } from '../../../src/useCases/notices/proposeNotice.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

async function asked(team: NoticeTeam, by: 'colin' | 'marta' = 'colin') {
  await team.settle();
  if (by === 'colin') await click(team, 'colin', 'prompt_ask_approval');
  else {
    await team.db.prisma.prompt.updateMany({
      where: { kind: 'last_call' },
      data: { memberId: team.member.marta },
    });
    const { id } = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'last_call' } });
    const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.marta } });
    const workspace = await team.workspace();
    await proposeNotice(team.db, { workspace, promptId: id, member, now: team.clock.now() });
    await team.settle();
  }
  return team.request();
}

const standing = (team: NoticeTeam) => team.db.prisma.approval.findFirstOrThrow();

it('a viewer, a collector and the asker change nothing, and each is told why, alone', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  const request = await asked(team, 'marta');
  for (const name of ['vera', 'colin', 'marta'] as const) {
    await team.person[name].react(request, 'white_check_mark');
    const note = (await team.person[name].messages(team.channels.approvals)).findLast((m) => m.ephemeral);
    expect(note?.text).toMatch(/manager|somebody else/);
  }
  expect((await team.person.max.messages(team.channels.approvals)).filter((m) => m.ephemeral)).toEqual([]);
  await team.person.vera.react(request, 'x');
  await team.move({ advance: 'PT1H' });
  expect((await standing(team)).state).toBe('open');
  expect(await team.db.prisma.approvalDecision.count()).toBe(0);
  expect(await team.mails()).toEqual([]);
});

it('over the limit it takes two, by reaction or button', async () => {
  const team = await noticeTeam({ settings: { twoApproversOver: { GBP: 100_000 } } });
  await acmeBeforeFinalNotice(team);
  const request = await asked(team);
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT1H' });
  expect((await standing(team)).state).toBe('open');
  expect(wordsOf(await team.request())).toContain('2 approvers');
  await click(team, 'max', 'approval_approve', team.channels.approvals);
  expect((await standing(team)).state).toBe('open');
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  expect((await standing(team)).state).toBe('approved');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
});

it('is refused at once when nobody could ever decide on it', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.updateMany({ where: { role: 'manager' }, data: { role: 'viewer' } });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  expect(await team.db.prisma.approval.count()).toBe(0);
  expect((await team.person.colin.messages()).findLast((m) => m.ephemeral)?.text).toContain('approver');
});

it('a single approver who asked confirms twice, on record as such', async () => {
  const team = await noticeTeam({ settings: { singleApprover: 'confirm_twice' } });
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'collector' } });
  const request = await asked(team, 'marta');
  await team.person.marta.react(request, 'white_check_mark');
  expect((await standing(team)).state).toBe('open');
  await click(team, 'marta', 'approval_approve', team.channels.approvals);
  expect((await standing(team)).state).toBe('approved');
  const decisions = await team.db.prisma.approvalDecision.findMany();
  expect(decisions.map(({ selfApproved }) => selfApproved)).toEqual([true, true]);
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
});

it('twice by button counts as twice only when the first confirmation was seen', async () => {
  const team = await noticeTeam({ settings: { singleApprover: 'confirm_twice' } });
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'collector' } });
  const request = await asked(team, 'marta');
  const approval = await standing(team);
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.marta } });
  const seal = request.blocks.findLast(({ type }) => type === 'actions')?.block_id ?? '';
  const clicked = async () =>
    decideApproval(team.db, {
      workspace: await team.workspace(),
      approvalId: approval.id,
      member,
      decision: 'approve',
      via: { kind: 'button', seal },
      now: team.clock.now(),
    });
  await clicked();
  await clicked();
  expect((await standing(team)).state).toBe('open');
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
});

it("another workspace's request is not found, and a click on an old text does not count", async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  const before = await asked(team);
  const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.max } });
  const seal = before.blocks.findLast(({ type }) => type === 'actions')?.block_id ?? '';
  const { id: approvalId } = await standing(team);
  const workspace = await team.workspace();
  const decide = (elsewhere: string) =>
    decideApproval(team.db, {
      workspace: { ...workspace, id: elsewhere },
      approvalId,
      member,
      decision: 'approve',
      via: { kind: 'button', seal },
      now: team.clock.now(),
    });
  await expect(decide('another')).rejects.toMatchObject({ code: 'approval_not_found' });
  await team.pays(acme, acme.invoiceIds[1] ?? '');
  expect(await decide(workspace.id)).toContain('changed');
  expect((await standing(team)).state).toBe('open');
  expect(await team.db.prisma.approvalDecision.count()).toBe(0);
});
