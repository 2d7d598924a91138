import type { Day } from './day.ts';
import type { DebtorFacts } from './facts.ts';
import { recipientOf } from './recipientOf.ts';

/** An invoice that has just arrived, as far as it has to be complete to be paid on time. */
export interface ArrivedInvoice {
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly terms?: string | undefined;
  readonly orderNumber?: string | undefined;
  readonly paymentLink?: string | undefined;
}

/** What a customer has confirmed about how they are billed and pay; empty where nobody asked yet. */
export interface BillingTerms {
  readonly terms?: string | undefined;
  readonly payMethod?: string | undefined;
  /** where they take invoices in, or that they have no portal */
  readonly portal?: string | undefined;
  /** they pay without an order number */
  readonly withoutOrderNumber?: boolean | undefined;
}

/** What an invoice may lack. */
export type InvoiceGap = 'terms' | 'due_date' | 'order_number' | 'email' | 'pay_method' | 'portal';

const words: Readonly<Record<InvoiceGap, string>> = {
  terms: 'terms not confirmed',
  due_date: 'due before it was issued',
  order_number: 'no order number',
  email: 'no email address',
  pay_method: 'method of payment not known',
  portal: 'portal not known',
};

/** What an invoice lacks of what it takes to be paid on time, in the order in which it is asked for; empty when it is complete. */
export function invoiceGaps(
  invoice: ArrivedInvoice,
  {
    billing,
    debtor,
    contacts,
    shared,
  }: { readonly billing: BillingTerms } & Pick<DebtorFacts, 'debtor' | 'contacts' | 'shared'>,
): InvoiceGap[] {
  const lacks: Readonly<Record<InvoiceGap, boolean>> = {
    terms: !invoice.terms && !billing.terms,
    due_date: invoice.dueOn < invoice.issuedOn,
    order_number: !invoice.orderNumber && !billing.withoutOrderNumber,
    email: recipientOf({ debtor, contacts, shared }) === undefined,
    pay_method: !invoice.paymentLink && !billing.payMethod,
    portal: !billing.portal,
  };
  return (Object.keys(lacks) as InvoiceGap[]).filter((gap) => lacks[gap]);
}

/** "no order number, portal not known" */
export function gapWords(gaps: readonly InvoiceGap[]): string {
  return gaps.map((gap) => words[gap]).join(', ');
}
