import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { applyStanding } from './applyStanding.ts';
import { claimApproval } from './claimApproval.ts';
import type { PrivateNote } from './decideApproval.ts';
import { firstDelivery } from './firstDelivery.ts';

/**
 * A member takes a reaction back: before the notice goes out this stops an approved request; it goes back to the owner.
 * Whatever the member had decided so is taken back, by button too. Taken back twice, it is taken back once.
 */
export async function takeBackDecision(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    approvalId: string;
    member: Pick<Member, 'id'>;
    decision: 'approve' | 'decline';
    eventId?: string;
    now: Date;
  },
): Promise<PrivateNote> {
  const { workspace, approvalId, member, decision, eventId, now } = options;
  return db.transaction(async (tx) => {
    const { approval, live, closed } = await claimApproval(tx, { workspace, approvalId });
    if (!(await firstDelivery(tx, { workspaceId: workspace.id, eventId, now }))) return undefined;
    const taken = approval.decisions.filter(
      (d) => d.memberId === member.id && d.decision === decision && !d.takenBackAt,
    );
    if (taken.length === 0) return undefined;
    if (!live && decision === 'approve') return `This came too late. ${closed}`;
    await tx.prisma.approvalDecision.updateMany({
      where: { id: { in: taken.map(({ id }) => id) } },
      data: { takenBackAt: now, stoppedNone: approval.state === 'open' },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: decision === 'approve' ? 'approval_taken_back' : 'refusal_taken_back',
      subjectKind: 'approval',
      subjectId: approvalId,
    });
    if (live) await applyStanding(tx, { workspace, approvalId, now });
    return undefined;
  });
}
