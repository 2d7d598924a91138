import { z } from 'zod';
import { dayOf } from '../core/day.ts';
import type { ArrivedInvoice, BillingTerms } from '../core/invoiceGaps.ts';
import { arrivedSql } from './arrivedSql.ts';
import type { Queries } from './client.ts';

export interface Arrival extends ArrivedInvoice {
  readonly id: string;
  readonly number: string;
}

export interface Arrivals {
  /** by due date */
  readonly invoices: readonly Arrival[];
  /** what the customer confirmed last; nothing where nobody asked yet */
  readonly billing: BillingTerms;
}

const maybe = z.string().nullable();

const row = z.object({
  terms: maybe,
  pay_method: maybe,
  portal: maybe,
  without_order_number: z.boolean().nullable(),
  invoices: z.array(
    z.object({
      ...{ id: z.string(), number: z.string(), issued_on: z.string(), due_on: z.string() },
      ...{ terms: maybe, order_number: maybe, payment_link: maybe },
    }),
  ),
});

/**
 * A debtor's open invoices that came with a later file than the first one of its creditor, and what is known of its billing.
 * @param promptId those that this prompt asks about; default: those that nobody was asked about yet
 */
export async function arrivedInvoices(
  tx: Queries,
  { workspaceId, debtorId, promptId }: { workspaceId: string; debtorId: string; promptId?: string },
): Promise<Arrivals> {
  const [found] = await tx.sql(row, invoicesSql, [workspaceId, debtorId, promptId ?? null]);
  if (!found) return { invoices: [], billing: {} };
  return {
    invoices: found.invoices.map((i) => ({
      id: i.id,
      number: i.number,
      issuedOn: dayOf(i.issued_on),
      dueOn: dayOf(i.due_on),
      terms: i.terms ?? undefined,
      orderNumber: i.order_number ?? undefined,
      paymentLink: i.payment_link ?? undefined,
    })),
    billing: {
      terms: found.terms ?? undefined,
      payMethod: found.pay_method ?? undefined,
      portal: found.portal ?? undefined,
      withoutOrderNumber: found.without_order_number ?? undefined,
    },
  };
}

/** $1 workspace, $2 debtor, $3 prompt or null */
const invoicesSql = `
SELECT b.terms, b.pay_method, b.portal, b.without_order_number, (
  SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'issued_on', i.issued_on, 'due_on', i.due_on,
    'terms', i.terms, 'order_number', i.order_number, 'payment_link', i.payment_link) ORDER BY i.due_on, i.number), '[]')
  FROM ${arrivedSql}
    AND i.debtor_id = $2 AND a.prompt_id IS NOT DISTINCT FROM $3) AS invoices
FROM (SELECT) one LEFT JOIN LATERAL (
  SELECT terms, pay_method, portal, without_order_number FROM billing_terms
  WHERE workspace_id = $1 AND debtor_id = $2 ORDER BY recorded_at DESC, id DESC LIMIT 1
) b ON true`;
