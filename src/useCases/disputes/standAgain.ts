import { isoDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { creditedSince } from './creditedSince.ts';

/**
 * Disputes that had ended by themselves with their invoice stand again, as if they had never ended, once it is open again and no credit
 * note took all that they contest. Returns how many.
 */
export async function standAgain(tx: Tx, review: Review & { facts: DebtorFacts }): Promise<number> {
  const { workspace, facts, now } = review;
  const open = new Set(facts.invoices.map(({ id }) => id));
  let again = 0;
  for (const dispute of facts.disputes) {
    if (!dispute.endedWithInvoice || !open.has(dispute.invoiceId)) continue;
    if ((await creditedSince(tx, workspace.id, dispute)) >= dispute.amount) continue;
    await tx.prisma.dispute.update({
      where: { id: dispute.id },
      data: { endedOn: null, outcome: null, conceded: null, endedWithInvoice: false },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: 'duly',
      action: 'dispute_stands_again',
      subjectKind: 'dispute',
      subjectId: dispute.id,
      before: {
        endedOn: dispute.endedOn === undefined ? null : isoDay(dispute.endedOn),
        outcome: dispute.outcome ?? null,
        conceded: dispute.conceded?.toString() ?? null,
        endedWithInvoice: true,
      },
      why: 'its invoice is open again',
    });
    again += 1;
  }
  return again;
}
