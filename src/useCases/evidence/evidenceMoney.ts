import { dayOfDate } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { evidencePayments } from '../../db/evidencePayments.ts';
import type { Evidence } from '../../reports/evidence/Evidence.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

/** Every item of the account that an import did not take back, and what was set against them. */
export async function evidenceMoney(
  tx: Queries,
  { workspace, debtorId }: EvidenceOf,
): Promise<Pick<Evidence, 'items' | 'payments'>> {
  const own = { workspaceId: workspace.id, debtorId };
  const invoices = await tx.prisma.invoice.findMany({
    where: { ...own, undoneAt: null },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  const payments = await evidencePayments(tx, own);
  return {
    items: invoices.map(({ number, kind, orderNumber, issuedOn, dueOn, currency, amount, outstanding }) => ({
      ...{ number, kind: kind.replaceAll('_', ' '), orderNumber: orderNumber ?? undefined },
      ...{ issuedOn: dayOfDate(issuedOn), dueOn: dayOfDate(dueOn), currency, amount, outstanding },
    })),
    payments: payments.map(({ origin, creditNote, ...payment }) => {
      const what =
        creditNote === undefined
          ? origin === 'write_off'
            ? 'Written off'
            : 'Payment'
          : `Credit note ${creditNote}`;
      return { ...payment, what: payment.amount < 0n ? `${what}, taken back` : what };
    }),
  };
}
