import { expect, it } from 'vitest';
import type { Prisma } from '../../../src/generated/prisma/client.ts';
import { decideApproval } from '../../../src/useCases/notices/decideApproval.ts';
import { reconcileReactions } from '../../../src/useCases/notices/reconcileReactions.ts';
import { takeBackDecision } from '../../../src/useCases/notices/takeBackDecision.ts';
import { useApproval } from '../../../src/useCases/notices/useApproval.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, type NoticeTeam, noticeTeam } from './noticeTeam.ts';

async function asked(settings: Record<string, unknown> = {}) {
  const team = await noticeTeam({ settings });
  const acme = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const { id: approvalId } = await team.db.prisma.approval.findFirstOrThrow();
  return { team, acme, approvalId };
}

/** An `event_ts` as Slack writes it. */
const slackTime = (at: Date) => (at.getTime() / 1000).toFixed(6);

const tick = async (team: NoticeTeam, approvalId: string, eventId: string, ts = '1763000000.000100') =>
  decideApproval(team.db, {
    workspace: await team.workspace(),
    approvalId,
    member: await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.max } }),
    decision: 'approve',
    via: { kind: 'reaction', ts },
    eventId,
    now: team.clock.now(),
  });

it('a reaction delivered twice, and again after it was taken back, is one decision', async () => {
  const { team, approvalId } = await asked({ twoApproversOver: { GBP: 0 } });
  await Promise.all([tick(team, approvalId, 'E1'), tick(team, approvalId, 'E1')]);
  expect(await team.db.prisma.approvalDecision.count({ where: { takenBackAt: null } })).toBe(1);
  const back = {
    workspace: await team.workspace(),
    approvalId,
    member: { id: team.member.max },
    decision: 'approve',
    eventId: 'E2',
    now: team.clock.now(),
  } as const;
  await takeBackDecision(team.db, back);
  await takeBackDecision(team.db, back);
  await tick(team, approvalId, 'E1');
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
  expect(await team.db.prisma.approvalDecision.count({ where: { takenBackAt: null } })).toBe(0);
});

it('a reaction whose event comes after that of taking it off ends as it does in order; put on again, it counts', async () => {
  const { team, approvalId } = await asked({ twoApproversOver: { GBP: 0 } });
  const counting = () => team.db.prisma.approvalDecision.count({ where: { takenBackAt: null } });
  await takeBackDecision(team.db, {
    workspace: await team.workspace(),
    approvalId,
    member: { id: team.member.max },
    decision: 'approve',
    ts: '1763000000.000200',
    eventId: 'E2',
    now: team.clock.now(),
  });
  await tick(team, approvalId, 'E1', '1763000000.000100');
  expect(await counting()).toBe(0);
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
  await tick(team, approvalId, 'E3', '1763000000.000300');
  expect(await counting()).toBe(1);
});

it('a reaction that was never reported counts, and one that is gone is taken back, before anything goes out', async () => {
  const { team, approvalId } = await asked();
  const workspace = await team.workspace();
  let reactions = [{ name: 'white_check_mark', users: ['U02MAX', 'U07VERA', 'U0BOT'] }];
  const compare = () =>
    reconcileReactions(team.db, { workspace, read: async () => reactions, now: team.clock.now() });
  await compare();
  await compare();
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('approved');
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
  reactions = [];
  await compare();
  expect((await team.db.prisma.approval.findFirstOrThrow({ where: { id: approvalId } })).state).toBe(
    'cancelled',
  );
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
});

it('a tick beside the button, taken off, takes the approval back', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await click(team, 'max', 'approval_approve', team.channels.approvals);
  await team.person.max.react(request, 'white_check_mark');
  await team.person.max.react(request, 'white_check_mark', true);
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('cancelled');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
});

it('a tick beside the button whose taking off was never reported is missed when reactions are compared', async () => {
  const { team } = await asked();
  const workspace = await team.workspace();
  await click(team, 'max', 'approval_approve', team.channels.approvals);
  let reactions: { name: string; users: string[] }[] = [];
  const compare = async () => {
    await reconcileReactions(team.db, { workspace, read: async () => reactions, now: team.clock.now() });
    return (await team.db.prisma.approval.findFirstOrThrow()).state;
  };
  expect(await compare()).toBe('approved');
  reactions = [{ name: 'white_check_mark', users: ['U02MAX'] }];
  expect(await compare()).toBe('approved');
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
  reactions = [];
  expect(await compare()).toBe('cancelled');
});

it('an old tick under rewritten figures is not taken for a new one', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.pays(acme, acme.invoiceIds[1] ?? '');
  const workspace = await team.workspace();
  const read = async () => [{ name: 'white_check_mark', users: ['U02MAX'] }];
  await reconcileReactions(team.db, { workspace, read, now: team.clock.now() });
  await reconcileReactions(team.db, { workspace, read, now: team.clock.now() });
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('open');
});

it('nothing goes out while Slack cannot be asked at the end of the grace window', async () => {
  const { team } = await asked();
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.fault({ kind: 'error', method: 'reactions.get', error: 'internal_error', times: 'always' });
  await team.move({ advance: 'PT11M' });
  expect(await team.mails()).toEqual([]);
});

it('a request deleted on Slack in the grace window sends nothing, and goes back to the owner', async () => {
  for (const error of ['message_not_found', 'channel_not_found']) {
    const { team, acme } = await asked();
    await team.person.max.react(await team.request(), 'white_check_mark');
    await team.fault({ kind: 'error', method: 'reactions.get', error, times: 'always' });
    await team.move({ advance: 'PT1H' });
    expect(await team.mails()).toEqual([]);
    expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('void');
    const again = await team.db.prisma.prompt.findFirst({
      where: { debtorId: acme.id, kind: 'last_call', state: 'open' },
    });
    expect(again?.memberId).toBe(team.member.colin);
  }
});

it('an open request that cannot be read for a while stays open', async () => {
  const { team } = await asked();
  const workspace = await team.workspace();
  await reconcileReactions(team.db, { workspace, read: async () => undefined, now: team.clock.now() });
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('open');
});

it('several processes at the end of the grace window send one mail', async () => {
  const { team, approvalId } = await asked({ graceMinutes: 0 });
  await tick(team, approvalId, 'E1');
  const workspace = await team.workspace();
  const now = team.clock.now();
  await Promise.all(Array.from({ length: 5 }, () => useApproval(team.db, { workspace, approvalId, now })));
  expect(await team.db.prisma.outbox.count({ where: { kind: 'mail' } })).toBe(1);
  await team.settle();
  expect(await team.mails()).toHaveLength(1);
});

it('a payment after the mail was queued, and a ❌ then, still stop it', async () => {
  for (const how of ['payment', 'cross'] as const) {
    const { team, acme, approvalId } = await asked({ graceMinutes: 0 });
    await tick(team, approvalId, 'E1');
    const workspace = await team.workspace();
    const now = team.clock.now();
    await useApproval(team.db, { workspace, approvalId, now });
    if (how === 'payment') await team.pays(acme, acme.invoiceIds[0] ?? '');
    else {
      const member = await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.marta } });
      const via = { kind: 'reaction', ts: slackTime(now) } as const;
      await decideApproval(team.db, { workspace, approvalId, member, decision: 'decline', via, now });
      await team.settle();
    }
    expect(await team.mails()).toEqual([]);
    const { state } = await team.db.prisma.approval.findFirstOrThrow();
    expect(state).toBe('cancelled');
    expect((await team.db.prisma.notice.findFirstOrThrow()).state).toBe('cancelled');
  }
});

it('waits for fresh payments after approval, asks finance, and goes out when they are known', async () => {
  const { team } = await asked();
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.db.prisma.ledgerImport.updateMany({ data: { asOf: new Date('2026-11-12') } });
  await team.move({ advance: 'PT2H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(await team.request())).toContain('waits');
  expect(
    await team.db.prisma.prompt.count({ where: { kind: 'freshness', memberId: team.member.fiona } }),
  ).toBe(1);
  await team.db.prisma.ledgerImport.updateMany({ data: { asOf: new Date('2026-11-23') } });
  await team.move({ advance: 'PT2H' });
  expect(await team.mails()).toHaveLength(1);
});

it('approved on a day that is closed for us it waits, says until when, and goes out on the next morning', async () => {
  const { team } = await asked({ closingDays: ['2026-11-24'] });
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT8H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(await team.request())).toContain('Wednesday 25 November at 09:00');
  await team.move({ to: '2026-11-25T08:59:00Z' });
  expect(await team.mails()).toEqual([]);
  await team.move({ to: '2026-11-25T09:01:00Z' });
  expect(await team.mails()).toHaveLength(1);
});

it('every reaction event delivered twice: the same one notice', async () => {
  const { team } = await asked();
  await team.fault({ kind: 'event_twice', method: 'reaction_added', times: 'always' });
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  expect(await team.db.prisma.approvalDecision.count()).toBe(1);
  expect(await team.mails()).toHaveLength(1);
});

/** The notice's mail as delivery would leave it in the outbox at some moment. */
const mailStands = (team: NoticeTeam, data: Prisma.OutboxUpdateManyMutationInput) =>
  team.db.prisma.outbox.updateMany({
    where: { kind: 'mail' },
    data: { claimedBy: 'another process', claimedAt: team.clock.now(), attempts: 1, ...data },
  });

async function crossed(team: NoticeTeam, approvalId: string) {
  return decideApproval(team.db, {
    workspace: await team.workspace(),
    approvalId,
    member: await team.db.prisma.member.findUniqueOrThrow({ where: { id: team.member.marta } }),
    decision: 'decline',
    via: { kind: 'reaction', ts: slackTime(team.clock.now()) },
    now: team.clock.now(),
  });
}

async function queued() {
  const all = await asked({ graceMinutes: 0 });
  const { team, approvalId } = all;
  await tick(team, approvalId, 'E1');
  await useApproval(team.db, { workspace: await team.workspace(), approvalId, now: team.clock.now() });
  return all;
}

it('a ❌ while the mail is going out promises nothing and changes nothing', async () => {
  const { team, approvalId } = await queued();
  const leaseUntil = new Date(Date.now() + 3_600_000);
  await mailStands(team, { state: 'sending', leaseUntil, result: { trying: true } });
  expect(await crossed(team, approvalId)).toContain('cannot be stopped');
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('used');
  expect((await team.db.prisma.notice.findFirstOrThrow()).state).toBe('queued');
  expect(await team.db.prisma.approvalDecision.count({ where: { decision: 'decline' } })).toBe(0);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
});

it('a ❌ still stops a mail that waits for a mail server that is away', async () => {
  const { team, approvalId } = await queued();
  await mailStands(team, { state: 'sending', leaseUntil: new Date(0), result: { trying: false } });
  expect(await crossed(team, approvalId)).toContain('Nothing is sent');
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('cancelled');
  await team.settle();
  expect(await team.mails()).toEqual([]);
});

it('a ❌ after a mail that went out and was not told of yet changes nothing, and the notice is sent once', async () => {
  const { team, approvalId } = await queued();
  const result = { messageId: '<1@duly.example>' };
  await mailStands(team, { state: 'sent', sentAt: team.clock.now(), result, untold: true });
  expect(await crossed(team, approvalId)).toContain('cannot be stopped');
  await team.settle();
  expect(await team.db.prisma.notice.findMany()).toMatchObject([
    { state: 'sent', messageId: result.messageId },
  ]);
  expect(await team.thread(await team.request())).toContain('Sent to');
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
});

it('a stopped notice of which nobody knows whether it went out is asked about; sent, nobody is asked to send it again', async () => {
  const { team, approvalId } = await queued();
  await crossed(team, approvalId);
  await mailStands(team, { state: 'sending', leaseUntil: new Date(0), result: { trying: true } });
  await team.settle();
  const { memberId } = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: 'unsure_mail', state: 'open' },
  });
  await click(team, memberId === team.member.max ? 'max' : 'marta', 'prompt_was_sent');
  expect((await team.db.prisma.notice.findFirstOrThrow()).state).toBe('sent');
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
  const step = await team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice' } });
  expect(step.state).toBe('done');
});

it('an unsure mail that was not sent ends its request, and the owner may ask again', async () => {
  const { team } = await queued();
  await mailStands(team, { state: 'sending', leaseUntil: new Date(0), result: { trying: true } });
  await team.settle();
  const request = await team.request();
  const { memberId } = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: 'unsure_mail', state: 'open' },
  });
  await click(team, memberId === team.member.max ? 'max' : 'marta', 'prompt_was_not_sent');
  const { endedAt, outcome } = await team.db.prisma.approval.findFirstOrThrow();
  expect(endedAt).not.toBeNull();
  expect(wordsOf(await team.request())).toContain(outcome);
  expect(await team.thread(request)).toContain(outcome);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(1);
});

it('a process that died while mailing leaves a question to a manager, never a second letter', async () => {
  const { team, approvalId } = await asked({ graceMinutes: 0 });
  await tick(team, approvalId, 'E1');
  const workspace = await team.workspace();
  await useApproval(team.db, { workspace, approvalId, now: team.clock.now() });
  await team.db.prisma.outbox.updateMany({
    where: { kind: 'mail' },
    data: {
      state: 'sending',
      claimedBy: 'a process that is gone',
      claimedAt: team.clock.now(),
      leaseUntil: new Date(0),
      attempts: 1,
      result: { trying: true },
    },
  });
  await team.settle();
  expect(await team.mails()).toEqual([]);
  expect((await team.db.prisma.notice.findFirstOrThrow()).state).toBe('unsure');
  const { memberId } = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: 'unsure_mail', state: 'open' },
  });
  await click(team, memberId === team.member.max ? 'max' : 'marta', 'prompt_was_sent');
  const step = await team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice' } });
  expect(step.state).toBe('done');
  await team.move({ advance: 'P1D' });
  expect(await team.mails()).toEqual([]);
});
