import { addDays, dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import type { Db } from '../../src/db/client.ts';

/** Invoices of £100 of a debtor that were paid in full on these days (`YYYY-MM-DD`), so many calendar days late each. */
export async function paidInvoices(
  db: Db,
  debtorId: string,
  payments: readonly (readonly [paidOn: string, daysLate: number])[],
): Promise<void> {
  const { workspaceId, creditorId } = await db.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } });
  const common = { workspaceId, creditorId, debtorId, currency: 'GBP', amount: 10_000n };
  for (const [paidOn, daysLate] of payments) {
    const [invoiceId, paymentId] = [newId(), newId()];
    const day = dayOf(paidOn);
    const recordedAt = dateOfDay(day);
    await db.prisma.invoice.create({
      data: {
        ...common,
        id: invoiceId,
        number: `PAID-${invoiceId}`,
        issuedOn: dateOfDay(addDays(day, -daysLate - 30)),
        dueOn: dateOfDay(addDays(day, -daysLate)),
        outstanding: common.amount,
        terms: '30 days net',
        recordedAt: dateOfDay(addDays(day, -daysLate - 30)),
      },
    });
    await db.prisma.payment.create({
      data: {
        ...common,
        id: paymentId,
        unapplied: common.amount,
        valueOn: recordedAt,
        origin: 'bank',
        key: paymentId,
        recordedAt,
      },
    });
    await db.prisma.allocation.create({
      data: {
        id: newId(),
        workspaceId,
        paymentId,
        invoiceId,
        amount: common.amount,
        effectiveOn: recordedAt,
        recordedAt,
      },
    });
  }
}
