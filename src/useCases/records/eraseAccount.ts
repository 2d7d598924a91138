import { addDays } from '../../core/day.ts';
import { arePastTheirTime } from '../../core/recordsTime.ts';
import { recordsOfAccount } from '../../db/accountRecords.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { erasePersonal } from '../../db/erasePersonal.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { yearsOf } from './yearsOf.ts';

/** Days between the managers' being told and the erasure. */
export const TOLD_AHEAD_DAYS = 7;

/**
 * Erases the personal data of one account, whole or not at all, where under its lock the time of its records has passed, no legal hold
 * stands, nothing is open, and the managers were told a week before. That and when it was done stays on record, not what.
 */
export async function eraseAccount(
  db: Db,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<boolean> {
  const workspaceId = workspace.id;
  const today = todayOf(workspace, now);
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const account = await recordsOfAccount(tx, { workspaceId, debtorId });
    if (!account || !arePastTheirTime(account, yearsOf(workspace), today)) return false;
    if (account.toldOn === undefined || account.toldOn > addDays(today, -TOLD_AHEAD_DAYS)) return false;
    await erasePersonal(tx, { workspaceId, debtorId, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: 'duly',
      action: 'personal_data_erased',
      subjectKind: 'debtor',
      subjectId: debtorId,
    });
    return true;
  });
}
