import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { LateInvoice } from '../core/interest.ts';
import type { Queries } from './client.ts';

const row = z.object({ invoice_id: z.string(), on: z.string(), amount: z.string() });

/** What was set against each of these invoices, money and credits, by the day from which it counts; what was taken back is negative. */
export async function allocatedByDay(
  tx: Queries,
  workspaceId: string,
  invoiceIds: readonly string[],
): Promise<Map<string, LateInvoice['received']>> {
  const rows = await tx.sql(
    row,
    `SELECT invoice_id, effective_on::text AS on, sum(amount)::text AS amount FROM allocation
     WHERE workspace_id = $1 AND invoice_id = ANY($2::text[]) GROUP BY invoice_id, effective_on ORDER BY effective_on`,
    [workspaceId, [...invoiceIds]],
  );
  const received = new Map<string, { on: Day; amount: bigint }[]>();
  for (const { invoice_id, on, amount } of rows) {
    const got = { on: dayOf(on), amount: BigInt(amount) };
    if (!received.get(invoice_id)?.push(got)) received.set(invoice_id, [got]);
  }
  return received;
}
