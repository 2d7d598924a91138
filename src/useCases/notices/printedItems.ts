import type { Day } from '../../core/day.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import type { OpenCredit } from '../../core/openCredits.ts';
import type { StatedInvoice } from '../../core/statementPosition.ts';
import type { NoticeData, NoticeInvoice } from '../../notices/NoticeData.ts';
import type { PrintedParties } from './printedParties.ts';

/** An invoice as a notice prints it, in full; `contested` of it (minor units) is not asked for. */
export function printedInvoice(
  invoice: InvoiceFact,
  { asAt, contested, parties }: { asAt: Day; contested: bigint; parties: Pick<PrintedParties, 'invoices'> },
): NoticeInvoice {
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    currency: invoice.currency,
    amount: invoice.amount,
    outstanding: invoice.outstanding,
    daysPastDue: asAt - invoice.dueOn,
    disputedAmount: contested || undefined,
    ...parties.invoices.get(invoice.id),
  };
}

/** An invoice as a statement prints it: with what of it is asked for, and the day for which it is promised. */
export function statedInvoice(
  { invoice, contested, asked, promisedOn }: StatedInvoice,
  { asAt, parties }: { asAt: Day; parties: Pick<PrintedParties, 'invoices'> },
): NoticeInvoice {
  return { ...printedInvoice(invoice, { asAt, contested, parties }), askedAmount: asked, promisedOn };
}

/** A credit as a notice prints it. */
export function printedCredit(credit: OpenCredit): NoticeData['credits'][number] {
  const label = credit.number === undefined ? 'Payment received, not yet allocated' : 'Credit note';
  return { label, ...credit };
}
