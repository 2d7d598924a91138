import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { formatMoney } from '../../core/money.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { DisputeWords } from '../calls/CallLog.ts';

/**
 * Records that a debtor contests an invoice, wholly or in part; the clock of that amount stops at once. The caller holds the
 * debtor's lock. Returns sentences for the member. Throws DulyError for an invoice that is not open, or a part that is more
 * than what is open of it and not contested yet.
 */
export async function openDispute(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    activityId: string;
    words: DisputeWords;
    now: Date;
  },
): Promise<string[]> {
  const { workspace, debtorId, activityId, words, now } = options;
  const invoice = await tx.prisma.invoice.findFirst({
    where: { id: words.invoiceId, workspaceId: workspace.id, debtorId },
  });
  if (!invoice || invoice.outstanding <= 0n) {
    throw new DulyError(
      'invoice_not_open',
      `invoice ${words.invoiceId} is not open`,
      'That invoice is not open any more, so there is nothing to contest. Choose another one.',
    );
  }
  const amount = words.amount ?? invoice.outstanding;
  const others = await tx.prisma.dispute.aggregate({
    where: { invoiceId: invoice.id, endedOn: null, whole: false },
    _sum: { amount: true },
  });
  const most = invoice.outstanding - (words.amount === undefined ? 0n : (others._sum.amount ?? 0n));
  if (amount <= 0n || amount > most) {
    throw new DulyError(
      'dispute_amount',
      `dispute of ${amount} on ${invoice.outstanding}`,
      `At most ${formatMoney(most, invoice.currency, workspace.locale)} of invoice ${invoice.number} can be contested.`,
    );
  }
  const whole = amount === invoice.outstanding;
  const standing = await tx.prisma.dispute.findFirst({
    where: { invoiceId: invoice.id, endedOn: null, whole: true },
  });
  if (standing)
    return [`Invoice ${invoice.number} was in dispute already; the words are kept with the call.`];
  await tx.prisma.dispute.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      debtorId,
      invoiceId: invoice.id,
      activityId,
      reason: words.reason,
      amount,
      whole,
      note: words.note ?? null,
      resolverId: (await resolverOf(tx, workspace, words)) ?? null,
      targetOn: words.targetOn === undefined ? null : dateOfDay(words.targetOn),
      raisedOn: dateOfDay(todayOf(workspace, now)),
      recordedAt: now,
    },
  });
  if (whole) return [`Invoice ${invoice.number} is in dispute: its clock has stopped.`];
  const part = formatMoney(amount, invoice.currency, workspace.locale);
  return [`${part} of invoice ${invoice.number} is in dispute and is not asked for; the rest goes on.`];
}

async function resolverOf(
  tx: Tx,
  { id: workspaceId }: WorkspaceContext,
  { resolverSlackId }: DisputeWords,
): Promise<string | undefined> {
  if (!resolverSlackId) return undefined;
  const where = { workspaceId, slackUserId: resolverSlackId, leftAt: null };
  const member = await tx.prisma.member.findFirst({ where });
  if (member) return member.id;
  throw new DulyError(
    'resolver_unknown',
    `no member ${resolverSlackId}`,
    'Duly does not know whom you chose: they have to write to Duly once, or choose somebody else.',
  );
}
