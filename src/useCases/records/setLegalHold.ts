import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { debtorOf, lockDebtor } from '../../db/debtors.ts';
import { standingLegalHold } from '../../db/legalHolds.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

export interface LegalHoldChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  /** as typed */
  readonly reason: string;
  readonly now: Date;
}

/**
 * Keeps the records of an account until a manager ends the legal hold, however long nothing happens on it; it pauses nothing. Where one
 * stands already that one goes on. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`.
 */
export async function setLegalHold(db: Db, change: LegalHoldChange): Promise<string> {
  const { workspace, member, debtorId, reason, now } = change;
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const debtor = await debtorOf(tx, workspaceId, debtorId);
    if (await standingLegalHold(tx, { workspaceId, debtorId }))
      return `A legal hold stands on ${debtor.name} already: nothing was changed.`;
    const id = newId();
    const setOn = dateOfDay(todayOf(workspace, now));
    await tx.prisma.legalHold.create({
      data: { id, workspaceId, debtorId, reason, setById: member.id, setOn, setAt: now },
    });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'legal_hold_set',
      subjectKind: 'debtor',
      subjectId: debtorId,
      after: { legalHoldId: id },
      why: reason,
    });
    return `A legal hold stands on ${debtor.name}: nothing of its records is erased until a manager ends it from the account. Follow-ups go on as before.`;
  });
}
