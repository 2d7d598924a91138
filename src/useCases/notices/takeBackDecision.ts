import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { applyStanding } from './applyStanding.ts';
import { claimApproval } from './claimApproval.ts';
import type { PrivateNote } from './decideApproval.ts';
import { firstDelivery } from './firstDelivery.ts';
import { rememberTakenOff } from './reactionTakenOff.ts';

export interface TakingBack {
  readonly workspace: WorkspaceContext;
  readonly approvalId: string;
  readonly member: Pick<Member, 'id'>;
  readonly decision: 'approve' | 'decline';
  readonly now: Date;
}

/**
 * A member takes a reaction back: before the notice goes out this stops an approved request; it goes back to the owner.
 * Whatever the member had decided so is taken back, by button too. Taken back twice, it is taken back once; the event may
 * come before that of the reaction itself (`ts` is Slack's `event_ts` of it, absent when it was found later).
 */
export async function takeBackDecision(
  db: Db,
  taking: TakingBack & { readonly ts?: string; readonly eventId?: string },
): Promise<PrivateNote> {
  const { workspace, approvalId, member, decision, ts, eventId, now } = taking;
  return db.transaction(async (tx) => {
    await claimApproval(tx, taking);
    if (!(await firstDelivery(tx, { workspaceId: workspace.id, eventId, now }))) return undefined;
    if (ts) {
      const reaction = { workspaceId: workspace.id, approvalId, memberId: member.id, decision, ts };
      await rememberTakenOff(tx, reaction, now);
    }
    return takeBack(tx, taking);
  });
}

/** The same in the transaction of a decision that had been taken back before it came. */
export async function takeBack(tx: Tx, taking: TakingBack): Promise<PrivateNote> {
  const { workspace, approvalId, member, decision, now } = taking;
  const { approval, live, closed } = await claimApproval(tx, taking);
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
}
