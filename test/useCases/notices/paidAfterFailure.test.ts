import { expect, it } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { sendReminder } from '../../../src/useCases/notices/sendReminder.ts';
import { paymentsKnownUntil } from '../../support/aDebtor.ts';
import { acme, bounces, logs, memberOf, promised } from '../calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

/** The server refused the polite reminder of Colin's, who is asked to mend the contact and send it again. */
async function reminderRefused(invoices = [{ number: 'INV-1', due: '2026-11-14', amount: 84_050 }]) {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await team.fault({ kind: 'mail_reject', times: 1 });
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  return { team, debtor, paid: () => team.pays(debtor, debtor.invoiceIds[0] ?? '') };
}

/** Max approved the final notice, and it went out to Jane. */
async function noticeSent(amounts?: number[]) {
  const team = await noticeTeam();
  const debtor = await acmeBeforeFinalNotice(team, { ...(amounts && { amounts }) });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  return { team, debtor, paid: () => team.pays(debtor, debtor.invoiceIds[0] ?? '') };
}

async function cameBack({ person: { colin } }: NoticeTeam) {
  await colin.command('reply acme');
  await colin.submit({ kind: { selected_option: 'came_back' } });
  await colin.close();
}

const askedToSend = ({ db }: NoticeTeam) =>
  db.prisma.prompt.findMany({
    where: { kind: { in: ['notice', 'last_call'] } },
    orderBy: { openedAt: 'asc' },
  });
const openOnes = async (team: NoticeTeam) =>
  (await askedToSend(team)).filter(({ state }) => state === 'open');

it('a reminder that was refused is not asked for any more once it is paid, nor is a manager', async () => {
  const { team, paid } = await reminderRefused();
  expect(await openOnes(team)).toHaveLength(1);
  await paid();
  expect(await askedToSend(team)).toMatchObject([{ state: 'overtaken', outcome: 'Paid: nothing to do.' }]);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-26');
  await team.move({ to: '2026-11-26T10:00:00Z' });
  expect(await openOnes(team)).toEqual([]);
});

it('nor while another invoice carries the case', async () => {
  const { team, debtor } = await reminderRefused();
  await acmeOwesMore(team, debtor.id);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await openOnes(team)).toEqual([]);
  expect(await team.db.prisma.case.count({ where: { closedOn: null } })).toBe(1);
});

it('a final notice that came back is not asked for any more once it is paid', async () => {
  const { team, paid } = await noticeSent();
  await cameBack(team);
  expect(await openOnes(team)).toMatchObject([{ kind: 'last_call' }]);
  await paid();
  expect(await openOnes(team)).toEqual([]);
});

it('of a mail that came back when it was paid already nobody is asked, and taken back it was sent', async () => {
  const { team, paid } = await noticeSent();
  await paid();
  const before = await team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice' } });
  await cameBack(team);
  await team.settle();
  const asked = await askedToSend(team);
  expect(asked.filter(({ details }) => JSON.stringify(details).includes('noticeId'))).toEqual([]);
  const reply = await team.db.prisma.activity.findFirstOrThrow({ where: { outcome: 'came_back' } });
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  await undoActivity(team.db, { ...about, activityId: reply.id, now: team.clock.now() });
  expect(await team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice' } })).toEqual(
    before,
  );
});

it('a button that finds nothing left to send ends the question', async () => {
  const { team, debtor } = await reminderRefused();
  const call = { ...promised(debtor.id, 84_050, '2026-11-30'), at: team.clock.now() };
  const settle = async () => {};
  await logs({ ...team, settle }, 'colin', call);
  const [asked] = await openOnes(team);
  const about = {
    workspace: await team.workspace(),
    member: await memberOf(team, 'colin'),
    now: team.clock.now(),
  };
  const sending = sendReminder(team.db, { ...about, promptId: asked?.id ?? '' });
  await expect(sending).rejects.toMatchObject({ code: 'not_now' });
  expect(await askedToSend(team)).toMatchObject([{ state: 'overtaken' }]);
  expect((await team.db.prisma.stageStep.findFirstOrThrow()).state).toBe('cancelled');
});

it('when the bank takes the payment back the reminder is asked for again', async () => {
  const { team, debtor, paid } = await reminderRefused();
  await paid();
  await bounces(team, debtor.id);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  const steps = await team.db.prisma.stageStep.findMany({ orderBy: { takenAt: 'asc' } });
  expect(steps.map(({ stage, state }) => [stage, state])).toEqual([
    ['chase', 'cancelled'],
    ['chase', 'pending'],
  ]);
});

/** A second invoice of the account, due a week ago. */
async function acmeOwesMore({ db, workspaceId }: NoticeTeam, debtorId: string) {
  const first = await db.prisma.invoice.findFirstOrThrow({ where: { workspaceId, debtorId } });
  await db.prisma.invoice.create({ data: { ...first, id: 'more', number: 'INV-2' } });
}
