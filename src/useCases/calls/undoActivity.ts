import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { type Act, requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { lockDebtors } from '../../db/groups.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity, Member } from '../../generated/prisma/client.ts';
import { agreementActs } from '../agreements/agreementActs.ts';
import type { CallTrace } from './callConsequences.ts';
import { mayBeUndone, sameAct } from './sameAct.ts';
import { takeBackConsequences } from './takeBackConsequences.ts';

export interface Undoing {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly activityId: string;
  readonly now: Date;
}

/**
 * Takes a logged call or reply, or an answer of finance, back within the undo time (minutes), with all that it led to: a reversing entry, never a
 * deletion; the prompts it answered are open again, and what was one act with it is taken back too. Undoing twice is
 * harmless. Throws DulyError when it is too late, not the member's own entry, or unknown.
 */
export async function undoActivity(db: Db, undoing: Undoing): Promise<string> {
  const { workspace, member, activityId, now } = undoing;
  return db.transaction(async (tx) => {
    const activity = await tx.prisma.activity.findFirst({
      where: { id: activityId, workspaceId: workspace.id, reversesId: null },
    });
    requireMay(member, actOf(activity?.outcome));
    if (!activity) {
      throw new DulyError('activity_not_found', `no activity ${activityId}`, 'I do not know this entry.');
    }
    const { accounts = [] } = (activity.details as CallTrace).cameBack ?? {};
    if (accounts.length > 1) await lockDebtors(tx, workspace.id, [activity.debtorId, ...accounts]);
    await lockDebtor(tx, workspace.id, activity.debtorId);
    if (await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, reversesId: activityId } }))
      return 'It was taken back already.';
    refuseUnlessOwnAndFresh(undoing, activity);
    const parts = [activity, ...(await sameAct(tx, { workspace, activity, now }))];
    // a plan first, then the call that it was agreed on in: what the plan had ended of the call's ends with the call
    for (const part of parts.sort((a, b) => Number(isInCall(b)) - Number(isInCall(a))))
      await reverse(tx, undoing, part);
    for (const account of new Set([activity.debtorId, ...accounts]))
      await reviewSoon(tx, workspace.id, account, now);
    return 'Taken back. Nothing of it counts any more; the record shows that it was undone.';
  });
}

function isInCall({ details }: Activity): boolean {
  return (details as CallTrace).inCall !== undefined;
}

async function reverse(tx: Tx, undoing: Undoing, activity: Activity): Promise<void> {
  const { workspace, member, now } = undoing;
  await tx.prisma.activity.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      debtorId: activity.debtorId,
      contactId: activity.contactId,
      memberId: member.id,
      kind: activity.kind,
      direction: activity.direction,
      outcome: activity.outcome,
      rightParty: activity.rightParty,
      at: activity.at,
      reversesId: activity.id,
      key: `undo:${activity.id}`,
      recordedAt: now,
    },
  });
  await takeBackConsequences(tx, { workspace, member, activity, now });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'activity_undone',
    subjectKind: 'activity',
    subjectId: activity.id,
  });
}

/** Who may record something may take it back. */
function actOf(outcome: string | null | undefined): Act {
  const acts: Readonly<Record<string, Act>> = agreementActs;
  return acts[outcome ?? ''] ?? 'log_activity';
}

function refuseUnlessOwnAndFresh({ workspace, member, now }: Undoing, activity: Activity): void {
  if (activity.memberId !== member.id && member.role !== 'manager') {
    throw new DulyError(
      'undo_not_own',
      'not the own entry',
      'Only the person who logged it, or a manager, can take it back.',
    );
  }
  const minutes = workspace.settings.undoMinutes;
  if (!mayBeUndone(activity, { workspace, now })) {
    throw new DulyError(
      'undo_too_late',
      'undo time is over',
      `An entry can be taken back for ${minutes} minutes. Log a note that says what was wrong instead.`,
    );
  }
}
