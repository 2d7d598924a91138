import { z } from 'zod';
import type { Queries } from './client.ts';

const maybe = z.string().nullable();

/** What is read for a letter beside its facts. */
export const letterRow = z.object({
  debtor: z.string(),
  account: z.string(),
  creditor: z.string(),
  address: maybe,
  email: maybe,
  phone: maybe,
  letterhead: maybe,
  bank_details: z.unknown(),
  interest: z.unknown(),
  members: z.array(
    z.object({ id: z.string(), name: z.string(), email: maybe, role: z.string(), has_left: z.boolean() }),
  ),
  invoices: z.array(
    z.object({ id: z.string(), order_number: maybe, payment_link: maybe, copy_bytes: z.number().nullable() }),
  ),
});

/** A member who has not left Slack, and may sign a letter. */
export interface PresentMember {
  readonly id: string;
  readonly role: string;
}

/** What is read for a letter of a debtor. */
export type LetterParties = z.output<typeof letterRow>;

/** $1 workspace, $2 debtor */
const partiesSql = (invoices: string) => `
SELECT d.name AS debtor, d.account, c.name AS creditor, c.address, c.email, c.phone, c.letterhead, c.bank_details, c.interest,
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'email', m.email, 'role', m.role,
      'has_left', m.left_at IS NOT NULL) ORDER BY m.created_at, m.id), '[]') FROM member m WHERE m.workspace_id = $1) AS members,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'order_number', i.order_number, 'payment_link', i.payment_link,
      'copy_bytes', (SELECT c.size FROM invoice_copy c WHERE c.invoice_id = i.id AND c.debtor_id = i.debtor_id))), '[]')
    FROM invoice i WHERE i.workspace_id = $1 AND ${invoices}) AS invoices
FROM debtor d JOIN creditor c ON c.id = d.creditor_id
WHERE d.workspace_id = $1 AND d.id = $2`;

/** $3 invoice ids */
const namedSql = partiesSql('i.id = ANY($3::text[])');

/** The same with every invoice of the debtor on which something is open, $1 workspace, $2 debtor. */
export const openLetterSql = partiesSql('i.debtor_id = d.id AND i.outstanding <> 0');

/**
 * Debtor and creditor of a letter with what is printed of them, the workspace's members, of whom one signs, and what stands on these
 * invoices beside their figures. Throws when the debtor is not of this workspace.
 */
export async function letterParties(
  tx: Queries,
  about: { workspaceId: string; debtorId: string; invoiceIds: readonly string[] },
): Promise<LetterParties> {
  const { workspaceId, debtorId, invoiceIds } = about;
  const [found] = await tx.sql(letterRow, namedSql, [workspaceId, debtorId, invoiceIds]);
  if (found) return found;
  throw new Error(`no debtor ${debtorId} in workspace ${workspaceId}`);
}
