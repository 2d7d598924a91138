import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { openSmallBalances } from './openSmallBalances.ts';

/** Leaves a small balance as it is until the next month: it stays open, unchased, on the statement. Throws DulyError `not_allowed`. */
export async function leaveSmallBalance(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; invoiceId: string; now: Date },
): Promise<void> {
  const { workspace, member, invoiceId, now } = options;
  requireMay(member, 'propose_write_off');
  await db.transaction(async (tx) => {
    const invoice = await tx.prisma.invoice.findFirst({
      where: { id: invoiceId, workspaceId: workspace.id },
    });
    if (!invoice) return;
    const { debtorId, currency } = invoice;
    await lockDebtor(tx, workspace.id, debtorId);
    const open = await openSmallBalances(tx, { workspace, debtorId, now });
    const balance = open.find((each) => each.invoice.id === invoiceId);
    if (!balance) return;
    const { left: amount } = balance;
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
