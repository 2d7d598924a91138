import { z } from 'zod';
import { dayOf } from '../core/day.ts';
import type { ArrivedInvoice, BillingTerms } from '../core/invoiceGaps.ts';
import type { Queries } from './client.ts';

export interface Arrival extends ArrivedInvoice {
  readonly id: string;
  readonly number: string;
}

const row = z.object({
  id: z.string(),
  number: z.string(),
  issued_on: z.string(),
  due_on: z.string(),
  terms: z.string().nullable(),
  order_number: z.string().nullable(),
  payment_link: z.string().nullable(),
});

interface Which {
  readonly workspaceId: string;
  readonly debtorId: string;
  /** those that this prompt asks about; default: those that nobody was asked about yet */
  readonly promptId?: string | undefined;
}

/** A debtor's open invoices that came with a later file than the first one of its creditor, by due date. */
export async function arrivedInvoices(
  tx: Queries,
  { workspaceId, debtorId, promptId }: Which,
): Promise<Arrival[]> {
  const rows = await tx.sql(row, arrivedSql, [workspaceId, debtorId, promptId ?? null]);
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    issuedOn: dayOf(r.issued_on),
    dueOn: dayOf(r.due_on),
    terms: r.terms ?? undefined,
    orderNumber: r.order_number ?? undefined,
    paymentLink: r.payment_link ?? undefined,
  }));
}

/** What the customer confirmed last; nothing where nobody asked yet. */
export async function billingTerms(
  tx: Queries,
  { workspaceId, debtorId }: Pick<Which, 'workspaceId' | 'debtorId'>,
): Promise<BillingTerms> {
  const last = await tx.prisma.billingTerms.findFirst({
    where: { workspaceId, debtorId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  });
  if (!last) return {};
  const { terms, payMethod, portal, withoutOrderNumber } = last;
  return { terms, payMethod, portal, withoutOrderNumber };
}

/** $1 workspace, $2 debtor, $3 prompt or null */
const arrivedSql = `
SELECT i.id, i.number, i.issued_on::text, i.due_on::text, i.terms, i.order_number, i.payment_link
FROM invoice i JOIN ledger_import l ON l.id = i.import_id LEFT JOIN arrival_check a ON a.invoice_id = i.id
WHERE i.workspace_id = $1 AND i.debtor_id = $2 AND i.kind = 'invoice' AND i.outstanding > 0
  AND a.prompt_id IS NOT DISTINCT FROM $3
  AND EXISTS (SELECT 1 FROM ledger_import f WHERE f.workspace_id = $1 AND f.creditor_id = i.creditor_id AND f.kind = 'ledger'
    AND f.status = 'applied' AND f.id <> l.id AND f.applied_at < l.applied_at)
ORDER BY i.due_on, i.number`;
