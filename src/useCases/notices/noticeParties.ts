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

/** Reads what a letter prints beside the facts. Throws when debtor or signer are not of this workspace. */
export async function noticeParties(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; signerId: string; invoiceIds: readonly string[] },
): Promise<NoticeParties> {
  const { workspaceId } = options;
  const debtor = await tx.prisma.debtor.findFirstOrThrow({ where: { id: options.debtorId, workspaceId } });
  const creditor = await tx.prisma.creditor.findFirstOrThrow({
    where: { id: debtor.creditorId, workspaceId },
  });
  const signer = await tx.prisma.member.findFirstOrThrow({ where: { id: options.signerId, workspaceId } });
  const invoices = await tx.prisma.invoice.findMany({
    where: { workspaceId, id: { in: [...options.invoiceIds] } },
    select: { id: true, orderNumber: true, paymentLink: true },
  });
  const bank = bankDetails.safeParse(creditor.bankDetails);
  const email = creditor.email ?? signer.email;
  return {
    creditor: {
      name: creditor.name,
      address: creditor.address ?? undefined,
      email: creditor.email ?? undefined,
      phone: creditor.phone ?? undefined,
      letterhead: creditor.letterhead ?? undefined,
      bankDetails: bank.success ? bank.data : undefined,
    },
    debtor: { name: debtor.name, account: debtor.account },
    signer: { name: signer.name },
    sender: email ? { name: creditor.name, email } : undefined,
    invoices: new Map(
      invoices.map(({ id, orderNumber, paymentLink }) => [
        id,
        { orderNumber: orderNumber ?? undefined, paymentLink: paymentLink ?? undefined },
      ]),
    ),
  };
}
