import { z } from 'zod';
import { dayOf } from '../core/day.ts';
import type { PromisedInvoice } from '../core/PromisedBook.ts';
import type { Queries } from './client.ts';

const row = z.object({
  id: z.string(),
  outstanding: z.string(),
  missing_since: z.string().nullable(),
  settled_by: z.array(z.object({ on: z.string(), amount: z.string(), by_ledger: z.boolean() })),
});

/** The invoices of a debtor that were ever promised, with the money and write-offs that stand against them, by value date. */
export async function loadPromisedInvoices(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<PromisedInvoice[]> {
  const rows = await tx.sql(row, promisedSql, [workspaceId, debtorId]);
  return rows.map(({ id, outstanding, missing_since, settled_by }) => ({
    id,
    outstanding: BigInt(outstanding),
    missingSince: missing_since === null ? undefined : dayOf(missing_since),
    settledBy: settled_by.map(({ on, amount, by_ledger }) => ({
      ...{ on: dayOf(on), amount: BigInt(amount), byLedger: by_ledger },
    })),
  }));
}

/** $1 workspace, $2 debtor */
const promisedSql = `
SELECT i.id, i.outstanding::text AS outstanding, i.missing_since::text AS missing_since,
  (SELECT coalesce(json_agg(json_build_object('on', x.value_on, 'amount', x.amount::text, 'by_ledger', x.by_ledger)), '[]') FROM (
    SELECT min(p.value_on) FILTER (WHERE a.amount > 0) AS value_on, sum(a.amount) AS amount,
      bool_or(coalesce(o.origin, p.origin) = 'ledger') AS by_ledger
    FROM allocation a JOIN payment p ON p.id = a.payment_id LEFT JOIN payment o ON o.id = p.reverses_id
    WHERE a.workspace_id = $1 AND a.invoice_id = i.id
    GROUP BY coalesce(p.reverses_id, p.id) HAVING sum(a.amount) > 0) x) AS settled_by
FROM invoice i
WHERE i.workspace_id = $1 AND i.debtor_id = $2 AND EXISTS (SELECT FROM promise_invoice x WHERE x.invoice_id = i.id)`;
