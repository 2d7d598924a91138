import { z } from 'zod';
import type { Queries } from './client.ts';

const maybe = z.string().nullable();

const row = z.object({
  debtor: z.string(),
  account: z.string(),
  creditor: z.string(),
  address: maybe,
  email: maybe,
  phone: maybe,
  letterhead: maybe,
  bank_details: z.unknown(),
  interest: z.unknown(),
  signer: z.string(),
  signer_email: maybe,
  invoices: z.array(
    z.object({ id: z.string(), order_number: maybe, payment_link: maybe, copy_bytes: z.number().nullable() }),
  ),
});

/** $1 workspace, $2 debtor, $3 signer, $4 invoice ids */
const partiesSql = `
SELECT d.name AS debtor, d.account, c.name AS creditor, c.address, c.email, c.phone, c.letterhead, c.bank_details, c.interest,
  m.name AS signer, m.email AS signer_email,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'order_number', i.order_number, 'payment_link', i.payment_link,
      'copy_bytes', (SELECT size FROM invoice_copy WHERE invoice_id = i.id))), '[]')
    FROM invoice i WHERE i.workspace_id = $1 AND i.id = ANY($4::text[])) AS invoices
FROM debtor d JOIN creditor c ON c.id = d.creditor_id JOIN member m ON m.workspace_id = d.workspace_id AND m.id = $3
WHERE d.workspace_id = $1 AND d.id = $2`;

/**
 * Debtor, creditor and signer of a letter with what is printed of them, and what stands on these invoices beside their figures. Throws
 * when debtor or signer are not of this workspace.
 */
export async function letterParties(
  tx: Queries,
  about: { workspaceId: string; debtorId: string; signerId: string; invoiceIds: readonly string[] },
): Promise<z.output<typeof row>> {
  const { workspaceId, debtorId, signerId, invoiceIds } = about;
  const [found] = await tx.sql(row, partiesSql, [workspaceId, debtorId, signerId, invoiceIds]);
  if (found) return found;
  throw new Error(`no debtor ${debtorId} or no member ${signerId} in workspace ${workspaceId}`);
}
