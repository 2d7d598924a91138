import { expect, test } from 'vitest';
import { memberLeft } from '../../../src/useCases/members/memberLeft.ts';
import { useApproval } from '../../../src/useCases/notices/useApproval.ts';
import { people } from '../../support/sampleTeam.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

const overTheLimit = { twoApproversOver: { GBP: 100_000 } };

/** A final notice of £1,200 to Acme waits for approval. */
async function asked(
  settings: Record<string, unknown> = {},
  before?: (team: NoticeTeam) => Promise<unknown>,
) {
  const team = await noticeTeam({ settings });
  await acmeBeforeFinalNotice(team);
  await before?.(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  return team;
}

const approval = (team: NoticeTeam) => team.db.prisma.approval.findFirstOrThrow();
const says = async (team: NoticeTeam) => wordsOf(await team.request());
const tick = async (team: NoticeTeam, name: 'marta' | 'max') =>
  team.person[name].react(await team.request(), 'white_check_mark');
const untick = async (team: NoticeTeam, name: 'marta' | 'max') =>
  team.person[name].react(await team.request(), 'white_check_mark', true);
const confirm = (team: NoticeTeam, name: 'marta' | 'max') =>
  click(team, name, 'approval_approve', team.channels.approvals);

/** Marta makes the managers these, in the settings; the others with a role keep it. */
async function managers(team: NoticeTeam, ...names: ('marta' | 'max')[]) {
  await team.person.marta.command('settings');
  const answer = await team.person.marta.submit({
    manager: { selected_users: names.map((name) => people[name].id) },
  });
  expect(answer).toMatchObject({ ok: true });
  expect(answer).not.toHaveProperty('errors');
  await team.person.marta.close();
  await team.move({ advance: 'PT1M' });
}

async function limits(team: NoticeTeam, filled: Parameters<NoticeTeam['person']['marta']['submit']>[0]) {
  await team.person.marta.command('settings limits');
  expect(await team.person.marta.submit(filled)).toMatchObject({ ok: true });
  await team.person.marta.close();
  await team.move({ advance: 'PT1M' });
}
const alone = (value: 'second' | 'confirm_twice') => ({
  singleApprover: { selected_option: { text: { type: 'plain_text', text: '-' }, value } },
});

test('who approved and is no manager any more counts no longer, and the request says so before anybody decides', async () => {
  const team = await asked(overTheLimit);
  await tick(team, 'max');
  expect(await says(team)).toContain(`So far: <@${people.max.id}>`);
  await managers(team, 'marta');
  expect(await says(team)).not.toContain('So far');
  expect(await says(team)).toContain('is not enough: a manager names others in `/debt settings`');
  await tick(team, 'marta');
  await team.move({ advance: 'PT1H' });
  expect(await approval(team)).toMatchObject({ state: 'open' });
  expect(await team.mails()).toEqual([]);

  await managers(team, 'marta', 'max');
  expect(await approval(team)).toMatchObject({ state: 'approved' });
  await team.move({ advance: 'PT8M' });
  expect(await team.mails()).toEqual([]);
  await team.move({ advance: 'PT3M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('an approved notice is open again at once when its approver is made a viewer or leaves', async () => {
  for (const goes of ['viewer', 'left'] as const) {
    const team = await asked();
    await tick(team, 'max');
    expect(await approval(team)).toMatchObject({ state: 'approved' });
    if (goes === 'viewer') await managers(team, 'marta');
    else {
      const workspace = await team.workspace();
      await memberLeft(team.db, { workspace, slackUserId: people.max.id, now: team.clock.now() });
      await team.move({ advance: 'PT1M' });
    }
    expect(await approval(team)).toMatchObject({ state: 'open', graceUntil: null });
    expect(await team.thread(await team.request())).toContain('Who may approve has changed');
    await team.move({ advance: 'PT1H' });
    expect(await team.mails()).toEqual([]);
    await tick(team, 'marta');
    await team.move({ advance: 'PT11M' });
    expect(await team.mails()).toHaveLength(1);
  }
}, 90_000);

test('what a second approved too goes out by the second, who has all the time to stop it', async () => {
  const team = await asked();
  await tick(team, 'max');
  await team.move({ advance: 'PT5M' });
  await team.person.marta.react(await team.request(), 'white_check_mark');
  await managers(team, 'marta');
  await team.move({ advance: 'PT5M' });
  expect(await approval(team)).toMatchObject({ state: 'approved' });
  expect(await team.mails()).toEqual([]);
  await untick(team, 'marta');
  expect(await approval(team)).toMatchObject({ state: 'cancelled' });
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
}, 60_000);

test('the mail that is on its way when its approver goes is not sent, and the owner may ask again', async () => {
  const team = await asked();
  const workspace = await team.workspace();
  const { id: approvalId } = await approval(team);
  await tick(team, 'max');
  const soon = new Date(team.clock.now().getTime() + 11 * 60_000);
  await useApproval(team.db, { workspace, approvalId, now: soon });
  expect((await approval(team)).state).toBe('used');
  await managers(team, 'marta');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await approval(team)).toMatchObject({ state: 'void' });
  expect((await approval(team)).outcome).toContain('may not approve it any more');
  const again = await team.db.prisma.prompt.findFirst({ where: { kind: 'last_call', state: 'open' } });
  expect(again?.memberId).toBe(team.member.colin);
}, 60_000);

test('what the only manager confirmed twice waits for the second once a second has to be named', async () => {
  const team = await noticeTeam({ settings: { singleApprover: 'confirm_twice' } });
  await acmeBeforeFinalNotice(team);
  await team.db.prisma.member.update({ where: { id: team.member.max }, data: { role: 'viewer' } });
  await team.db.prisma.debtor.updateMany({ data: { ownerId: team.member.marta } });
  await team.settle();
  await click(team, 'marta', 'prompt_ask_approval');
  expect(await says(team)).toContain('is the only approver, and confirms it twice');
  await tick(team, 'marta');
  expect(await says(team)).toContain('is the only approver: confirm it once more with the button');
  await confirm(team, 'marta');
  expect(await approval(team)).toMatchObject({ state: 'approved' });
  await limits(team, alone('second'));
  expect(await approval(team)).toMatchObject({ state: 'open' });
  expect(await says(team)).toContain('Nobody may approve it now: a manager names others');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  await managers(team, 'marta', 'max');
  expect(await says(team)).not.toContain('Nobody may');
  await tick(team, 'max');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('one has confirmed alone when a second joins: both together are two', async () => {
  const team = await asked({ ...overTheLimit, singleApprover: 'confirm_twice' }, (before) =>
    before.db.prisma.member.update({ where: { id: before.member.max }, data: { role: 'viewer' } }),
  );
  await tick(team, 'marta');
  expect(await says(team)).toContain('is the only approver: confirm it once more');
  await managers(team, 'marta', 'max');
  expect(await says(team)).not.toContain('only approver');
  expect(await says(team)).toContain('So far');
  await confirm(team, 'marta');
  expect(
    (await team.person.marta.messages(team.channels.approvals)).findLast((m) => m.ephemeral)?.text,
  ).toContain('You have approved this already');
  await tick(team, 'max');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('of two who approved one goes, and the one who is left confirms once more', async () => {
  const team = await asked({ ...overTheLimit, singleApprover: 'confirm_twice' });
  await tick(team, 'max');
  await tick(team, 'marta');
  expect(await approval(team)).toMatchObject({ state: 'approved' });
  await managers(team, 'marta');
  expect(await approval(team)).toMatchObject({ state: 'open' });
  expect(await says(team)).toContain('is the only approver: confirm it once more');
  await confirm(team, 'marta');
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('a limit is raised when the second has gone: what the one who is left approved goes out, with time to stop it', async () => {
  const team = await asked(overTheLimit);
  await tick(team, 'marta');
  await managers(team, 'marta');
  expect(await says(team)).toContain('Nobody else may approve it now: a manager names others');
  await team.move({ advance: 'PT1H' });
  await limits(team, { twoApproversOver: { value: '' } });
  expect(await approval(team)).toMatchObject({ state: 'approved', approvers: 1 });
  await team.move({ advance: 'PT8M' });
  expect(await team.mails()).toEqual([]);
  await team.move({ advance: 'PT3M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);

test('a tick that was taken back while two were needed stops nothing once one is enough', async () => {
  const team = await asked(overTheLimit);
  await tick(team, 'max');
  await untick(team, 'max');
  await limits(team, { twoApproversOver: { value: '' } });
  expect(await approval(team)).toMatchObject({ state: 'open', approvers: 1 });
  await tick(team, 'marta');
  expect(await approval(team)).toMatchObject({ state: 'approved' });
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toHaveLength(1);
}, 60_000);
