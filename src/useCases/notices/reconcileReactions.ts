import type { Db } from '../../db/client.ts';
import { comparableApprovals } from '../../db/dueApprovals.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { ApprovalDecision, Member } from '../../generated/prisma/client.ts';
import { approvalKey } from './approvalPlace.ts';
import { decideApproval } from './decideApproval.ts';
import { decisionOf } from './decisionEmoji.ts';
import { giveBackUnseen } from './giveBackUnseen.ts';
import type { ReactionReader } from './ReactionReader.ts';
import { takeBackDecision } from './takeBackDecision.ts';

interface Reconciling {
  readonly workspace: WorkspaceContext;
  readonly read: ReactionReader;
  /** only these requests; default: all that are open, approved or on their way */
  readonly approvalIds?: readonly string[];
  readonly now: Date;
}

/**
 * Compares the reactions on Slack with the record and makes up for what was missed: a reaction never reported counts now, one
 * that is gone is taken back. What was approved on a message that Slack shows no more goes back to its owner. Throws when
 * Slack did not answer, or a request that was asked for by id is not known to stand on Slack; what was compared until then
 * stays.
 */
export async function reconcileReactions(db: Db, reconciling: Reconciling): Promise<void> {
  const { workspace, approvalIds, read, now } = reconciling;
  const approvals = await comparableApprovals(db, { workspaceId: workspace.id, among: approvalIds });
  if (approvals.length === 0) return;
  const members = await db.prisma.member.findMany({ where: { workspaceId: workspace.id, leftAt: null } });
  for (const approvalId of approvals) {
    const message = await db.prisma.slackMessage.findUnique({
      where: { workspaceId_key: { workspaceId: workspace.id, key: approvalKey(approvalId) } },
    });
    if (!message) {
      if (approvalIds) throw new Error(`the request ${approvalId} is not on Slack yet`);
      continue;
    }
    const reactions = await read(workspace.id, message);
    if (reactions) await reconcile(db, reconciling, approvalId, decisionsIn(reactions, members));
    else await giveBackUnseen(db, { workspace, approvalId, now });
  }
}

interface Put {
  readonly member: Member;
  readonly decision: 'approve' | 'decline';
}

function decisionsIn(
  reactions: readonly { name: string; users: readonly string[] }[],
  members: readonly Member[],
): Put[] {
  return reactions.flatMap(({ name, users }) => {
    const decision = decisionOf(name);
    if (!decision) return [];
    return members
      .filter(({ slackUserId }) => users.includes(slackUserId))
      .map((member) => ({ member, decision }));
  });
}

/** Declines first, then what was taken back: what stops a notice comes before what sends it. */
async function reconcile(
  db: Db,
  { workspace, now }: Reconciling,
  approvalId: string,
  put: readonly Put[],
): Promise<void> {
  const recorded = await db.prisma.approvalDecision.findMany({
    where: { approvalId, workspaceId: workspace.id, takenBackAt: null },
  });
  const about = { workspace, approvalId, now };
  const missed = put.filter(
    ({ member, decision }) =>
      !recorded.some((r) => r.memberId === member.id && r.decision === decision && wasReacted(r)),
  );
  for (const { member, decision } of missed.filter(({ decision: d }) => d === 'decline')) {
    await decideApproval(db, { ...about, member, decision, via: { kind: 'reaction' } });
  }
  for (const done of recorded) {
    const { memberId, decision } = done;
    const stands = put.some((p) => p.member.id === memberId && p.decision === decision);
    if (!wasReacted(done) || stands) continue;
    const taken = decision === 'approve' ? 'approve' : 'decline';
    await takeBackDecision(db, { ...about, member: { id: memberId }, decision: taken });
  }
  for (const { member, decision } of missed.filter(({ decision: d }) => d === 'approve')) {
    await decideApproval(db, { ...about, member, decision, via: { kind: 'reaction' } });
  }
}

/** Whether the reaction of this decision was seen: only then does its absence say something. */
function wasReacted({ via, reactedToo }: ApprovalDecision): boolean {
  return via === 'reaction' || reactedToo;
}
