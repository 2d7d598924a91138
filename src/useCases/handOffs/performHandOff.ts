import { handedOffMessage } from '../../../blocks/approvals/handedOffMessage.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { lockMembers } from '../../db/members.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Approval, Notice } from '../../generated/prisma/client.ts';
import { readFigures } from '../notices/NoticeFigures.ts';
import { tellThread } from '../notices/tellThread.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { handOffTo } from './HandOffPlan.ts';
import { comesBackWithRecall, outlivesHandOff } from './outlivesHandOff.ts';

const WITH_PACK = 'Pass the case on with its evidence pack.';

/**
 * An approved hand-off takes effect: the step is done, the case is frozen for collectors, and whatever they were asked about the
 * account is closed until it is recalled (comesBackWithRecall); what a manager or finance has to decide stays with them (outlivesHandOff). The caller holds the debtor's lock and has marked the approval as used. No other stage hands anything off.
 */
export async function performHandOff(
  tx: Tx,
  {
    workspace,
    approval,
    notice,
    now,
  }: {
    workspace: WorkspaceContext;
    approval: Approval;
    notice: Notice;
    now: Date;
  },
): Promise<void> {
  const { handOff } = readFigures(notice);
  const { debtorId, stepId } = approval;
  if (!handOff || !stepId) throw new Error(`notice ${notice.id} holds no hand-off`);
  const workspaceId = workspace.id;
  const step = await tx.prisma.stageStep.findFirstOrThrow({ where: { id: stepId, workspaceId } });
  if (step.stage !== 'hand_off') throw new Error(`step ${stepId} of ${step.stage} hands nothing off`);
  const on = dateOfDay(todayOf(workspace, now));
  const outcome = `Handed ${handOffTo(handOff)}. Collectors rest; later calls and payments are passed on.`;
  const handOffId = newId();
  await tx.prisma.handOff.create({
    data: {
      id: handOffId,
      workspaceId,
      debtorId,
      stepId,
      approvalId: approval.id,
      toKind: handOff.toKind,
      toName: handOff.toName,
      askedById: approval.askedById,
      handedOn: on,
      handedAt: now,
    },
  });
  await tx.prisma.stageStep.updateMany({
    where: { id: stepId, workspaceId, state: { in: ['pending', 'failed'] } },
    data: { state: 'done', doneOn: on },
  });
  await tx.prisma.notice.update({ where: { id: notice.id }, data: { state: 'sent', sentAt: now, outcome } });
  await tx.prisma.approval.update({ where: { id: approval.id }, data: { endedAt: now, outcome } });
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId, debtorId, state: 'open' },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, stepId: true, memberId: true },
  });
  for (const prompt of asked.filter((one) => !outlivesHandOff(one))) {
    const { id: promptId, memberId } = prompt;
    if (comesBackWithRecall(prompt)) {
      await lockMembers(tx, workspaceId, [memberId]);
      await rememberOnPrompt(tx, { workspaceId, promptId, details: { stoppedBy: handOffId } });
    }
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
  }
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: 'duly',
    action: 'handed_off',
    subjectKind: 'debtor',
    subjectId: debtorId,
    after: { ...handOff, approvalId: approval.id, stepId },
  });
  await tellThread(tx, {
    ...{ workspace, approvalId: approval.id, what: 'handed_off', now },
    text: handedOffMessage({ text: `${outcome} ${WITH_PACK}`, debtorId }),
  });
  await offerEvidence(tx, { workspace, approval, handOffId, to: handOffTo(handOff), now });
  await reviewSoon(tx, workspaceId, debtorId, now);
}

/** Whoever asked for it passes the case on: the pack is offered to them, made when they take it, so that it is of that moment. */
async function offerEvidence(
  tx: Tx,
  {
    workspace,
    approval: { debtorId, askedById },
    handOffId,
    to,
    now,
  }: { workspace: WorkspaceContext; approval: Approval; handOffId: string; to: string; now: Date },
): Promise<void> {
  const of = { workspaceId: workspace.id };
  const asker = await tx.prisma.member.findFirst({ where: { ...of, id: askedById, leftAt: null } });
  if (!asker) return;
  const { name } = await tx.prisma.debtor.findFirstOrThrow({ where: { ...of, id: debtorId } });
  const text = mrkdwn`*${name}* is handed ${to}. ${WITH_PACK}`;
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `evidence_offer:${handOffId}`,
      payload: {
        ...{ kind: 'slack_post', channel: asker.slackUserId },
        ...handedOffMessage({ text, debtorId }),
      },
    },
    now,
  );
}
