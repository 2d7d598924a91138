import { dateOfDay } from '../../core/day.ts';
import type { DebtorFacts, DisputeFact } from '../../core/facts.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { creditedSince } from './creditedSince.ts';

/**
 * Ends the disputes of invoices that are settled meanwhile: for us where money came, for the customer where a credit note took the
 * contested amount away, else in part. Returns how many ended.
 */
export async function endSettledDisputes(tx: Tx, review: Review & { facts: DebtorFacts }): Promise<number> {
  const open = new Set(review.facts.invoices.map(({ id }) => id));
  const over = review.facts.disputes.filter(
    ({ endedOn, invoiceId }) => endedOn === undefined && !open.has(invoiceId),
  );
  for (const dispute of over) await end(tx, review, dispute);
  return over.length;
}

async function end(tx: Tx, { workspace, now }: Review, dispute: DisputeFact): Promise<void> {
  const credited = await creditedSince(tx, workspace.id, dispute);
  const conceded = credited < dispute.amount ? credited : dispute.amount;
  const outcome = conceded <= 0n ? 'for_us' : conceded < dispute.amount ? 'in_part' : 'for_customer';
  await tx.prisma.dispute.update({
    where: { id: dispute.id },
    data: { endedOn: dateOfDay(todayOf(workspace, now)), outcome, conceded, endedWithInvoice: true },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'dispute_settled',
    subjectKind: 'dispute',
    subjectId: dispute.id,
    before: { endedOn: null, outcome: null, conceded: null, endedWithInvoice: false },
    after: { outcome, conceded: conceded.toString() },
    why: 'its invoice is settled',
  });
}
