import { expect, it } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { paymentsKnownUntil } from '../../support/aDebtor.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acme, memberOf } from '../calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from '../notices/noticeTeam.ts';

/** Max has approved the final notice, and it went out to Jane. */
async function noticeSent() {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await approved(team);
  return { team };
}

async function newAddress({ person: { colin } }: NoticeTeam) {
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
}

async function approved(team: NoticeTeam) {
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
}

async function cameBack({ person: { colin } }: NoticeTeam) {
  await colin.command('reply acme');
  await colin.submit({ kind: { selected_option: 'came_back' } });
  const said = wordsOf(await colin.view());
  await colin.close();
  return said;
}

const step = ({ db }: NoticeTeam) =>
  db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice', imported: false } });
const askedToSend = ({ db }: NoticeTeam) =>
  db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } });

/** Mails from which distances are reckoned. */
async function counted({ db }: NoticeTeam) {
  const all = await db.prisma.activity.findMany({ where: { outcome: 'sent' } });
  const gone = new Set(all.map(({ reversesId }) => reversesId));
  return all.filter((mail) => mail.counted && !gone.has(mail.id)).length;
}

it('a final notice that came back is not done: it is asked for again, and sent to who is there', async () => {
  const { team } = await noticeSent();
  const [before] = await team.mails();
  expect(await step(team)).toMatchObject({ state: 'done', deadlineOn: expect.any(Date) });

  expect(await cameBack(team)).toContain('counts as not sent');
  expect(await step(team)).toMatchObject({ state: 'failed', doneOn: null, deadlineOn: null });
  expect(await askedToSend(team)).toBe(1);
  expect(await counted(team)).toBe(0);
  await newAddress(team);
  await approved(team);
  const mails = await team.mails();
  expect(mails).toHaveLength(2);
  expect(JSON.stringify(mails.at(-1)?.to)).toContain('ravi@acme.example');
  expect(JSON.stringify(before?.to)).not.toContain('ravi@acme.example');
  expect(await step(team)).toMatchObject({ state: 'done', deadlineOn: expect.any(Date) });
});

it('taken back, it was sent: its step and its date stand, and nobody is asked', async () => {
  const { team } = await noticeSent();
  const before = await step(team);
  const request = await team.db.prisma.approval.findFirstOrThrow();
  await cameBack(team);
  const reply = await team.db.prisma.activity.findFirstOrThrow({ where: { outcome: 'came_back' } });
  const about = { workspace: await team.workspace(), member: await memberOf(team, 'colin') };
  const undo = () => undoActivity(team.db, { ...about, activityId: reply.id, now: team.clock.now() });
  await undo();
  await undo();
  await team.settle();
  expect(await step(team)).toEqual(before);
  expect(await askedToSend(team)).toBe(0);
  expect(await counted(team)).toBe(1);
  expect(await team.db.prisma.approval.findFirstOrThrow()).toMatchObject({
    state: 'used',
    outcome: request.outcome,
  });
  expect(await team.db.prisma.contact.count({ where: { deadChannels: { has: 'email' } } })).toBe(0);

  await cameBack(team);
  expect(await step(team)).toMatchObject({ state: 'failed' });
  expect(await askedToSend(team)).toBe(1);
});

it('recorded twice it is one mail that came back: the one before it stays sent', async () => {
  const { team } = await noticeSent();
  await team.move({ to: '2026-11-30T10:00:00Z' });
  const { debtorId } = await step(team);
  const workspaceId = team.workspaceId;
  const final = await team.db.prisma.notice.findFirstOrThrow();
  const earlier = { ...final, id: 'earlier', stepId: null, kind: 'statement', messageId: 'earlier@duly' };
  await team.db.prisma.notice.create({
    data: {
      ...earlier,
      recipients: final.recipients ?? [],
      figures: final.figures ?? {},
      sentAt: new Date('2026-11-02T10:00:00Z'),
    },
  });
  await cameBack(team);
  expect(await cameBack(team)).toContain('recorded already');
  const sent = await team.db.prisma.notice.findMany({ where: { workspaceId, debtorId, state: 'sent' } });
  expect(sent.map(({ id }) => id)).toEqual(['earlier']);
  expect(await askedToSend(team)).toBe(1);
});

it('until it is sent again nothing harsher is asked for', async () => {
  const { team } = await noticeSent();
  await cameBack(team);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-08');
  await team.move({ to: '2026-12-08T10:00:00Z' });
  expect(await team.db.prisma.stageStep.count({ where: { stage: 'demand_letter' } })).toBe(0);
  expect(await askedToSend(team)).toBe(1);
});

it('a reminder that came back is asked for again, and sent to who is there', async () => {
  const team = await noticeTeam();
  await acme(team, { invoices: [{ number: 'INV-1', due: '2026-11-14', amount: 84_050 }] });
  await team.db.prisma.creditor.updateMany({ data: { email: 'credit@northwind.example' } });
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  await cameBack(team);
  await newAddress(team);
  await click(team, 'colin', 'prompt_send');
  await team.settle();
  expect((await team.mails()).map(({ to }) => JSON.stringify(to).includes('ravi@'))).toEqual([false, true]);
});
