import { bankDetails } from '../../db/bankDetails.ts';
import type { Queries } from '../../db/client.ts';
import { letterParties } from '../../db/letterParties.ts';
import type { NoticeCreditor, NoticeData, NoticeInvoice } from '../../notices/NoticeData.ts';
import type { ChooseSigner } from './signerFor.ts';

/** Who writes to whom, and what stands on an invoice beside its figures. */
export interface NoticeParties {
  readonly creditor: NoticeCreditor;
  /** the creditor's own terms on late-payment interest, as they are kept; null where it has none */
  readonly ownInterest: unknown;
  readonly debtor: NoticeData['debtor'];
  readonly signer: NoticeData['signedBy'];
  readonly signerId: string;
  /** who writes, and gets the answers: the creditor's own address, else the signer's */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
  readonly invoices: ReadonlyMap<string, Pick<NoticeInvoice, 'orderNumber' | 'paymentLink' | 'copyBytes'>>;
}

/** Reads what a letter prints beside the facts. Throws when debtor or signer are not of this workspace. */
export async function noticeParties(
  tx: Queries,
  options: {
    workspaceId: string;
    debtorId: string;
    chooseSigner: ChooseSigner;
    invoiceIds: readonly string[];
  },
): Promise<NoticeParties> {
  const row = await letterParties(tx, options);
  const bank = bankDetails.safeParse(row.bank_details);
  const signerId = options.chooseSigner(row.members.filter(({ has_left }) => !has_left));
  const signer = row.members.find(({ id }) => id === signerId);
  if (!signer) throw new Error(`no member ${signerId} in workspace ${options.workspaceId}`);
  const email = row.email ?? signer.email;
  return {
    creditor: {
      name: row.creditor,
      address: row.address ?? undefined,
      email: row.email ?? undefined,
      phone: row.phone ?? undefined,
      letterhead: row.letterhead ?? undefined,
      bankDetails: bank.success ? bank.data : undefined,
    },
    ownInterest: row.interest,
    debtor: { name: row.debtor, account: row.account },
    signer: { name: signer.name },
    signerId,
    sender: email ? { name: row.creditor, email } : undefined,
    invoices: new Map(
      row.invoices.map(({ id, order_number, payment_link, copy_bytes }) => [
        id,
        {
          orderNumber: order_number ?? undefined,
          paymentLink: payment_link ?? undefined,
          copyBytes: copy_bytes ?? undefined,
        },
      ]),
    ),
  };
}
