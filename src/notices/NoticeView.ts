import type { DebtorKind } from '../core/facts.ts';
import type { NoticeKind } from './NoticeData.ts';

/** A notice with every figure and date written out: what templates and the PDF print. Strings are single lines of plain text. */
export interface NoticeView {
  kind: NoticeKind;
  debtorKind: DebtorKind;
  lang: string;
  pageSize: 'A4' | 'LETTER';
  asAt: string;
  creditor: {
    name: string;
    address: string[];
    email: string | null;
    phone: string | null;
    letterhead: string[];
  };
  debtor: { name: string; account: string; address: string[] };
  contact: { name: string; greeting: string };
  disclosures: string[];
  signedBy: { name: string; role: string | null };
  deadline: string | null;
  remedy: string | null;
  consequence: string | null;
  /** "the Information Sheet and the Reply Form": what a letter of claim encloses */
  enclosures: string | null;
  /** our terms provide for late charges, and this customer is to be reminded of it */
  lateCharges: boolean;
  /** `instalments`: what is still to come of a plan, earliest first; empty where it comes at once */
  promise: {
    amount: string;
    on: string;
    by: string | null;
    instalments: { amount: string; on: string }[];
  } | null;
  /** "12 invoices", "on average 38 days after the due date": how the customer paid over the last year */
  payments: { paid: string; late: string; terms: string | null } | null;
  /** what is asked for, per currency, joined by "and" */
  payable: string;
  /** what is past due of it, per currency, in full; null where nothing is */
  overdue: string | null;
  /** what of that is asked for: nothing of what is promised, under query, at rest or covered by credits; null where nothing is */
  toSettle: string | null;
  /** the day of payment is agreed for one invoice at least */
  hasPromises: boolean;
  /** the invoices whose copies go along, by number, and whether they are all that it lists */
  copies: { all: boolean; count: number; numbers: string };
  hasCredits: boolean;
  hasQueries: boolean;
  count: number;
  overdueCount: number;
  /** the invoice that has waited longest */
  oldest: InvoiceView | null;
  /** what it lists: of one account, or account by account */
  parts: PartView[];
  /** the totals over all accounts, per currency; none where it is of one account */
  sums: CurrencyView[];
  /** the two or three facts that must not be missed */
  summary: Labelled[];
  bank: Labelled[];
}

export interface Labelled {
  label: string;
  value: string;
}

/** The items of one account, per currency; `title` names it where there are several. */
export interface PartView {
  title: string | null;
  groups: CurrencyView[];
}

export interface CurrencyView {
  currency: string;
  invoices: InvoiceView[];
  total: string;
  /** contested amount, written as a deduction */
  queried: string | null;
  credits: Labelled[];
  /** "Amount to pay", or "Credit on your account" where credits are larger */
  balance: Labelled;
  /** whether anything lies between total and balance */
  adjusted: boolean;
  interest: InterestView | null;
}

/** Late-payment interest in one currency, beside what is to be paid. */
export interface InterestView {
  /** on what it stands */
  basis: string[];
  lines: { number: string; period: string; days: number; rate: string; on: string; amount: string }[];
  /** what the law gives beside interest, per invoice */
  fixedSums: Labelled[];
  total: string;
  /** of each day after the last one; null when nothing goes on */
  daily: string | null;
}

export interface InvoiceView {
  number: string;
  issued: string;
  due: string;
  dueLong: string;
  /** calendar days past due; zero or less before */
  days: number;
  /** "14 days overdue", "due today", "due in 7 days" */
  status: string;
  amount: string;
  outstanding: string;
  partPaid: boolean;
  queried: string | null;
  /** the day for which its payment is agreed */
  promised: string | null;
  orderNumber: string | null;
  paymentLink: string | null;
}
