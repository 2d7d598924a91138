import { bankDetails } from '../../db/bankDetails.ts';
import type { LetterParties } from '../../db/letterParties.ts';
import type { NoticeCreditor, NoticeData, NoticeInvoice } from '../../notices/NoticeData.ts';

/** Creditor and debtor as they are printed, and what stands on an invoice beside its figures. */
export interface PrintedParties {
  readonly creditor: NoticeCreditor;
  /** the creditor's own terms on late-payment interest, as they are kept; null where it has none */
  readonly ownInterest: unknown;
  readonly debtor: NoticeData['debtor'];
  readonly invoices: ReadonlyMap<string, Pick<NoticeInvoice, 'orderNumber' | 'paymentLink' | 'copyBytes'>>;
}

/** What was read for a letter, as it is printed. */
export function printedParties(row: LetterParties): PrintedParties {
  const bank = bankDetails.safeParse(row.bank_details);
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
