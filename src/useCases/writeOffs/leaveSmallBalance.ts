import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { openSmallBalances } from './loadSmallBalances.ts';

/** Leaves a small balance as it is until the next month: it stays open, unchased, on the statement. Throws DulyError `not_allowed`. */
export async function leaveSmallBalance(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; invoiceId: string; now: Date },
): Promise<void> {
  const { workspace, member, invoiceId, now } = options;
  requireMay(member, 'propose_write_off');
  await db.transaction(async (tx) => {
    const find = async () =>
      (await openSmallBalances(tx, { workspace, now })).find((each) => each.invoiceId === invoiceId);
    const seen = await find();
    if (!seen) return;
    await lockDebtor(tx, workspace.id, seen.debtorId);
    const balance = await find();
    if (!balance) return;
    const { debtorId, outstanding: amount, currency } = balance;
    await tx.prisma.writeOff.create({
      data: {
        ...{ id: newId(), workspaceId: workspace.id, debtorId, invoiceId, amount, currency },
        ...{ reason: 'Left for this month', memberId: member.id, state: 'left' },
        ...{ endedOn: dateOfDay(todayOf(workspace, now)), recordedAt: now },
      },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'small_balance_left',
      subjectKind: 'invoice',
      subjectId: invoiceId,
    });
  });
}
