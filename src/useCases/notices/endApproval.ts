import { stageName } from '../../core/stageName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { whenShown } from '../prompts/whenShown.ts';
import { askAgain } from './askAgain.ts';
import { mayStillStop } from './mayStillStop.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/** Requests that can still come to something. */
export const LIVE = ['open', 'approved', 'used'];

export interface ApprovalEnd {
  readonly workspace: WorkspaceContext;
  readonly approval: Approval;
  /**
   * declined, expired: the owner is told, the step is withdrawn and comes again when it may be asked for again; cancelled by a
   * member, void: the owner may ask again at once; needless: nothing is left to send
   */
  readonly end: 'declined' | 'expired' | 'cancelled' | 'void' | 'needless';
  /** a sentence */
  readonly outcome: string;
  /** member id; absent when the facts or the calendar ended it */
  readonly by?: string | undefined;
  readonly now: Date;
}

/**
 * Ends a request whose notice did not go out: shown in its message and told in its thread. The caller holds the debtor's
 * lock. Returns false when its notice went out or is going out at this moment, or it had ended before.
 */
export async function endApproval(
  tx: Tx,
  { workspace, approval, end, outcome, by, now }: ApprovalEnd,
): Promise<boolean> {
  const workspaceId = workspace.id;
  const where = { id: approval.noticeId, workspaceId };
  if (!(await mayStillStop(tx, await tx.prisma.notice.findFirstOrThrow({ where })))) return false;
  await tx.prisma.notice.updateMany({ where, data: { state: 'cancelled', outcome } });
  const state = end === 'needless' ? 'cancelled' : end;
  await tx.prisma.approval.updateMany({
    where: { id: approval.id, workspaceId, state: { in: LIVE } },
    data: { state, endedAt: now, outcome, graceUntil: null },
  });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: by ?? 'duly',
    action: `approval_${end}`,
    subjectKind: 'approval',
    subjectId: approval.id,
    before: { state: approval.state },
    why: outcome,
  });
  await showApproval(tx, { workspace, approvalId: approval.id, now });
  await tellThread(tx, { workspace, approvalId: approval.id, what: 'ended', text: outcome, now });
  await leaveStep(tx, { workspace, approval, end, outcome, by, now });
  await reviewSoon(tx, workspaceId, approval.debtorId, now);
  return true;
}

async function leaveStep(tx: Tx, { workspace, approval, end, outcome, now }: ApprovalEnd): Promise<void> {
  const { debtorId, noticeId, stepId } = approval;
  const { kind: stage } = await tx.prisma.notice.findUniqueOrThrow({ where: { id: noticeId } });
  const asking = { workspace, debtorId, noticeId, stage, now } as const;
  const backToOwner = end === 'cancelled' || end === 'void';
  if (stepId && backToOwner) {
    const why = `${outcome} Ask for approval again when it is still to be sent`;
    const back = backTo(stage);
    return askAgain(tx, { ...asking, ...back, stepId, why });
  }
  if (stepId) {
    await tx.prisma.stageStep.updateMany({
      where: { id: stepId, workspaceId: workspace.id, state: 'pending' },
      data: { state: 'cancelled' },
    });
  }
  if (end === 'needless') return;
  const { askAgainDays } = workspace.settings;
  const again = backToOwner
    ? 'Ask for it again with /debt notice when it is still to be sent'
    : `It may be asked for again after ${askAgainDays} business days`;
  const why = `${stageName(stage)}: ${outcome} ${again}`;
  // a request expires at midnight: nobody is rung out of bed for it
  await askAgain(tx, {
    ...asking,
    kind: 'approval_ended',
    asks: backTo(stage).asks,
    why,
    notBefore: whenShown(workspace, now),
  });
}

/** How the one who asked is asked again. */
function backTo(stage: string) {
  if (stage === 'hand_off') return { kind: 'hand_off', asks: 'manager' } as const;
  return { kind: stage === 'credit_hold' ? 'credit_hold' : 'last_call', asks: 'owner' } as const;
}
