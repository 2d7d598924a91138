import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import type { DisputeFact } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { type AgreementLogging, logAgreement, type Recording } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';

export interface Settlement {
  readonly disputeId: string;
  readonly outcome: NonNullable<DisputeFact['outcome']>;
  /** minor units given in to where it ended in part */
  readonly conceded?: bigint | undefined;
}

/**
 * Ends a dispute. For us: what was stopped counts again at once; for the customer, or in part: what was given in to is not asked
 * for any more, and a credit note has to follow. Throws DulyError `not_allowed`, `dispute_settled`, `dispute_amount`.
 */
export async function settleDispute(
  db: Db,
  logging: AgreementLogging & { readonly notes: string | undefined; readonly settlement: Settlement },
): Promise<LoggedCall> {
  const { settlement } = logging;
  return logAgreement(db, { ...logging, outcome: 'dispute_ended' }, async (tx, recording) => ({
    said: await settle(tx, recording, settlement),
    trace: { endedDisputes: [settlement.disputeId] },
  }));
}

async function settle(
  tx: Tx,
  { workspace, debtorId, member, now }: Recording,
  { disputeId, outcome, conceded }: Settlement,
): Promise<string[]> {
  const dispute = await tx.prisma.dispute.findFirst({
    where: { id: disputeId, workspaceId: workspace.id, debtorId, endedOn: null },
  });
  if (!dispute) {
    throw new DulyError('dispute_settled', `dispute ${disputeId}`, 'This dispute is settled already.');
  }
  const { number, currency } = await tx.prisma.invoice.findUniqueOrThrow({
    where: { id: dispute.invoiceId },
  });
  const givenIn = { for_us: 0n, for_customer: dispute.amount, in_part: conceded ?? 0n }[outcome];
  if (outcome === 'in_part' && (givenIn <= 0n || givenIn >= dispute.amount)) {
    const most = formatMoney(dispute.amount, currency, member.locale);
    throw new DulyError(
      'dispute_amount',
      `${givenIn} of ${dispute.amount}`,
      `In part is more than nothing and less than the ${most} contested: write how much was given in to.`,
    );
  }
  await tx.prisma.dispute.update({
    where: { id: disputeId },
    data: { endedOn: dateOfDay(todayOf(workspace, now)), outcome, conceded: givenIn },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'dispute_settled',
    subjectKind: 'dispute',
    subjectId: disputeId,
    before: { endedOn: null, outcome: null, conceded: null },
    after: { outcome, conceded: givenIn.toString() },
  });
  const money = formatMoney(givenIn, currency, member.locale);
  const credit = `${money} of it is not asked for again: a credit note has to be written.`;
  const counts = dispute.whole ? ' The days that were stopped count again.' : '';
  return outcome === 'for_us'
    ? [`The dispute about invoice ${number} is settled for us.${counts}`]
    : [
        `The dispute about invoice ${number} is settled ${outcome === 'in_part' ? 'in part' : 'for the customer'}.`,
        credit,
      ];
}
