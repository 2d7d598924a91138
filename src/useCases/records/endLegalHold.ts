import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { debtorOf, lockDebtor } from '../../db/debtors.ts';
import { standingLegalHold } from '../../db/legalHolds.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { LegalHoldChange } from './setLegalHold.ts';

/**
 * Ends the legal hold on an account, on record with the reason: its records are erased once their time has passed and the managers have been
 * told a week before. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `no_legal_hold`.
 */
export async function endLegalHold(db: Db, change: LegalHoldChange): Promise<string> {
  const { workspace, member, debtorId, reason, now } = change;
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const debtor = await debtorOf(tx, workspaceId, debtorId);
    const hold = await standingLegalHold(tx, { workspaceId, debtorId });
    if (!hold) {
      throw new DulyError(
        'no_legal_hold',
        `no legal hold stands on ${debtorId}`,
        'No legal hold stands on this account any more: nothing was changed.',
      );
    }
    await tx.prisma.legalHold.update({
      where: { id: hold.id },
      data: {
        endedOn: dateOfDay(todayOf(workspace, now)),
        endedAt: now,
        endedById: member.id,
        endReason: reason,
      },
    });
    // whoever was told before it was set is told again
    await tx.prisma.debtor.update({ where: { id: debtorId }, data: { erasureToldOn: null } });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'legal_hold_ended',
      subjectKind: 'debtor',
      subjectId: debtorId,
      before: { legalHoldId: hold.id },
      why: reason,
    });
    return `The legal hold on ${debtor.name} has ended: once the time of its records has passed they are erased, a week after the managers were told.`;
  });
}
