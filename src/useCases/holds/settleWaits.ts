import { dateOfDay } from '../../core/day.ts';
import { isConfirmed } from '../../core/isConfirmed.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { moneySince } from '../../db/moneySince.ts';
import { saidPaid } from '../../db/saidPaid.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { closeFindPayment } from './closeFindPayment.ts';

/**
 * Ends the waits for payments that the ledger has confirmed, and the questions where they are. The caller holds the debtor's
 * lock. Returns whether any ended.
 */
export async function settleWaits(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<boolean> {
  const { workspace, debtorId, now } = options;
  const today = dateOfDay(todayOf(workspace, now));
  const waits = await tx.prisma.hold.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      kind: { in: ['already_paid', 'payment_seen'] },
      endedOn: null,
      untilOn: { gte: today },
    },
  });
  let ended = false;
  for (const wait of waits) {
    const since = { workspaceId: workspace.id, debtorId, since: wait.recordedAt };
    const said = wait.amount === null ? await saidPaid(tx, { ...since, dueBefore: wait.fromOn }) : [];
    if (!isConfirmed(wait, await moneySince(tx, since), said)) continue;
    await tx.prisma.hold.update({ where: { id: wait.id }, data: { endedOn: today } });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'payment_confirmed',
      subjectKind: 'hold',
      subjectId: wait.id,
    });
    ended = true;
  }
  if (ended) await closeFindPayment(tx, { ...options, state: 'overtaken', outcome: 'The money came.' });
  return ended;
}
