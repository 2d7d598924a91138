import { z } from 'zod';
import { bankDetails } from '../../db/bankDetails.ts';
import type { Queries } from '../../db/client.ts';
import type { NoticeCreditor, NoticeData, NoticeInvoice } from '../../notices/NoticeData.ts';

/** Who writes to whom, and what stands on an invoice beside its figures. */
export interface NoticeParties {
  readonly creditor: NoticeCreditor;
  readonly debtor: NoticeData['debtor'];
  readonly signer: NoticeData['signedBy'];
  /** who writes, and gets the answers: the creditor's own address, else the signer's */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
  readonly invoices: ReadonlyMap<string, Pick<NoticeInvoice, 'orderNumber' | 'paymentLink'>>;
}

const maybe = z.string().nullable();

const partiesRow = z.object({
  debtor: z.string(),
  account: z.string(),
  creditor: z.string(),
  address: maybe,
  email: maybe,
  phone: maybe,
  letterhead: maybe,
  bank_details: z.unknown(),
  signer: z.string(),
  signer_email: maybe,
  invoices: z.array(z.object({ id: z.string(), order_number: maybe, payment_link: maybe })),
});

/** $1 workspace, $2 debtor, $3 signer, $4 invoice ids */
const partiesSql = `
SELECT d.name AS debtor, d.account, c.name AS creditor, c.address, c.email, c.phone, c.letterhead, c.bank_details,
  m.name AS signer, m.email AS signer_email,
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'order_number', i.order_number, 'payment_link', i.payment_link)), '[]')
    FROM invoice i WHERE i.workspace_id = $1 AND i.id = ANY($4::text[])) AS invoices
FROM debtor d JOIN creditor c ON c.id = d.creditor_id JOIN member m ON m.workspace_id = d.workspace_id AND m.id = $3
WHERE d.workspace_id = $1 AND d.id = $2`;

/** Reads what a letter prints beside the facts. Throws when debtor or signer are not of this workspace. */
export async function noticeParties(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; signerId: string; invoiceIds: readonly string[] },
): Promise<NoticeParties> {
  const { workspaceId, debtorId, signerId, invoiceIds } = options;
  const [row] = await tx.sql(partiesRow, partiesSql, [workspaceId, debtorId, signerId, invoiceIds]);
  if (!row) throw new Error(`no debtor ${debtorId} or no member ${signerId} in workspace ${workspaceId}`);
  const bank = bankDetails.safeParse(row.bank_details);
  const email = row.email ?? row.signer_email;
  return {
    creditor: {
      name: row.creditor,
      address: row.address ?? undefined,
      email: row.email ?? undefined,
      phone: row.phone ?? undefined,
      letterhead: row.letterhead ?? undefined,
      bankDetails: bank.success ? bank.data : undefined,
    },
    debtor: { name: row.debtor, account: row.account },
    signer: { name: row.signer },
    sender: email ? { name: row.creditor, email } : undefined,
    invoices: new Map(
      row.invoices.map(({ id, order_number, payment_link }) => [
        id,
        { orderNumber: order_number ?? undefined, paymentLink: payment_link ?? undefined },
      ]),
    ),
  };
}
