import { mayDecide } from '../../core/mayDecide.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, ApprovalDecision, Member } from '../../generated/prisma/client.ts';
import { applyStanding } from './applyStanding.ts';
import { approvalRulesOf } from './approvalRulesOf.ts';
import { approvalSeal } from './approvalSeal.ts';
import { claimApproval } from './claimApproval.ts';
import { firstDelivery } from './firstDelivery.ts';
import { standingDecisions } from './loadApprovalView.ts';
import { wasTakenOff } from './reactionTakenOff.ts';
import { recountApprovers } from './recountApprovers.ts';
import { revalidateApproval } from './revalidateApproval.ts';
import { shownSince } from './shownSince.ts';
import { takeBack } from './takeBackDecision.ts';

export interface Deciding {
  readonly workspace: WorkspaceContext;
  readonly approvalId: string;
  readonly member: Pick<Member, 'id' | 'workspaceId' | 'role' | 'name'>;
  readonly decision: 'approve' | 'decline';
  readonly via:
    | {
        readonly kind: 'reaction' /** Slack's `event_ts` of it; absent when it was found later */;
        readonly ts?: string;
      }
    | { readonly kind: 'button' /** what the message showed that was clicked */; readonly seal: string };
  /** a delivery from Slack that may come twice */
  readonly eventId?: string;
  readonly now: Date;
}

/** A sentence for the member alone, when there is something to say. */
export type PrivateNote = string | undefined;

const LOOK_AGAIN =
  'The request has changed since, so your decision does not count yet. Look at the new figures, then decide again: take the ✅ off and put it on, or use the button.';

const APPROVED_ALREADY = 'You have approved this already: the request says what else it needs.';

/**
 * A member approves or declines a request, by reaction or button: only who may, bound to what was shown, on record. The second
 * delivery of the same decision changes nothing; a reaction of which Slack told first that it was taken off is taken back at
 * once. Who may not decide changes nothing and is told so.
 * Throws DulyError `approval_not_found` for another workspace's id.
 */
export async function decideApproval(db: Db, deciding: Deciding): Promise<PrivateNote> {
  const { workspace, approvalId, decision, eventId, now } = deciding;
  return db.transaction(async (tx) => {
    const { approval, live, closed } = await claimApproval(tx, { workspace, approvalId });
    if (!(await firstDelivery(tx, { workspaceId: workspace.id, eventId, now }))) return undefined;
    if (!live) return closed;
    const approvers = await recountApprovers(tx, { workspace, approval, now });
    const who = await approvalRulesOf(tx, { workspace, approval: { ...approval, approvers }, now });
    const may = mayDecide({ member: deciding.member, workspaceId: approval.workspaceId, who });
    if (!may.may) return may.reason;
    if (decision === 'approve' && approval.state !== 'used') {
      const { verdict } = await revalidateApproval(tx, { workspace, approval, now });
      if (verdict === 'gone') return 'There is nothing left to send: the request is closed.';
      if (verdict === 'changed') return LOOK_AGAIN;
    }
    const note = await record(tx, deciding, approval, may.selfApproved);
    if (await isTakenOff(tx, deciding)) await takeBack(tx, deciding);
    return note;
  });
}

async function isTakenOff(
  tx: Tx,
  { workspace, approvalId, member, decision, via }: Deciding,
): Promise<boolean> {
  if (via.kind !== 'reaction' || via.ts === undefined) return false;
  const put = { workspaceId: workspace.id, approvalId, memberId: member.id, decision, ts: via.ts };
  return wasTakenOff(tx, put);
}

async function record(
  tx: Tx,
  deciding: Deciding,
  approval: Approval & { decisions: ApprovalDecision[] },
  selfApproved: boolean,
): Promise<PrivateNote> {
  const { workspace, member, decision, via, now } = deciding;
  const own = approval.decisions.filter(
    (d) => d.memberId === member.id && d.decision === decision && !d.takenBackAt,
  );
  const current = own.filter(({ hash }) => hash === approval.hash);
  if (!selfApproved && current.length > 0) {
    if (via.kind === 'button' && decision === 'approve') return APPROVED_ALREADY;
    if (via.kind === 'reaction') await noteReaction(tx, current);
    return undefined;
  }
  if (selfApproved && current.some((d) => d.via === 'reaction' && via.kind === 'reaction')) return undefined;
  const seen = decision === 'decline' ? approval.hash : await hashSeen(tx, deciding, approval);
  if (seen === undefined) return LOOK_AGAIN;
  for (const old of own.filter(({ hash }) => hash !== approval.hash)) {
    await tx.prisma.approvalDecision.update({
      where: { id: old.id },
      data: { takenBackAt: now, reason: 'decided anew' },
    });
  }
  await tx.prisma.approvalDecision.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      approvalId: approval.id,
      memberId: member.id,
      decision,
      via: via.kind,
      hash: seen,
      selfApproved,
      at: now,
    },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: decision === 'approve' ? 'approval_given' : 'approval_refused',
    subjectKind: 'approval',
    subjectId: approval.id,
    after: { hash: seen, via: via.kind, selfApproved, noticeId: approval.noticeId },
  });
  if (seen !== approval.hash) return LOOK_AGAIN;
  const { state } = await applyStanding(tx, { workspace, approvalId: approval.id, now });
  if (state === 'declined' || state === 'cancelled') {
    return 'Nothing is sent. Please write the reason into the thread of the request, so that the owner knows what to do next.';
  }
  return selfApproved && state === 'open'
    ? 'You are the only approver: confirm it once more with the button “Send the notice”.'
    : undefined;
}

/** A reaction beside the button decides nothing more, and taking it off takes back what the button decided. */
async function noteReaction(tx: Tx, decisions: readonly ApprovalDecision[]): Promise<void> {
  await tx.prisma.approvalDecision.updateMany({
    where: { id: { in: decisions.map(({ id }) => id) }, via: 'button' },
    data: { reactedToo: true },
  });
}

/**
 * The fingerprint of what the member saw when deciding. Undefined when a click was made on what is not shown any more; of a
 * reaction put before the rewritten text was shown it is the fingerprint of the old one, so that it stays on record.
 */
async function hashSeen(
  tx: Tx,
  { via }: Deciding,
  approval: Approval & { decisions: ApprovalDecision[] },
): Promise<string | undefined> {
  if (via.kind === 'button') {
    const confirmations = standingDecisions(approval.decisions, approval).length;
    return via.seal === approvalSeal(approval.hash, confirmations) ? approval.hash : undefined;
  }
  if (!approval.rewritten) return approval.hash;
  const since = await shownSince(tx, approval);
  if (via.ts && since && Number(via.ts) * 1000 >= since.getTime()) return approval.hash;
  const { workspaceId, debtorId, stepId, noticeId } = approval;
  const { kind } = await tx.prisma.notice.findUniqueOrThrow({ where: { id: noticeId } });
  const old = await tx.prisma.notice.findFirst({
    where: { workspaceId, debtorId, stepId, kind, id: { not: noticeId } },
    orderBy: { createdAt: 'desc' },
    select: { hash: true },
  });
  return old?.hash;
}
