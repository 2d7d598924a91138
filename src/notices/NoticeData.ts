import type { Day } from '../core/day.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { Interest } from '../core/interest.ts';
import type { InterestBasis } from '../core/interestBasis.ts';
import type { MessageKind } from '../core/messageKinds.ts';
import type { NoticeStage } from '../core/noticeStage.ts';

/** Whose words it is written in. */
export type NoticeKind = NoticeStage | MessageKind;

/** Everything a notice says, as plain data. Amounts are minor units of their ISO 4217 currency. */
export interface NoticeData {
  kind: NoticeKind;
  debtorKind: DebtorKind;
  /** BCP 47; decides how figures and dates are written. The words are English. */
  locale: string;
  creditor: NoticeCreditor;
  debtor: { name: string; account: string /** lines parted by line breaks */; address?: string | undefined };
  /** a mailbox is no person: it is greeted as a team */
  contact: { name: string; email?: string | undefined; isMailbox: boolean };
  /** the day whose figures are printed */
  asAt: Day;
  /** the last day on which payment may reach us; required by `final_notice` and `demand_letter` */
  deadlineOn?: Day | undefined;
  /** the remedy that a notice after a wish to cease contact names, as typed; required by `remedy_possible` and `remedy_intended` */
  remedy?: string | undefined;
  /** what may follow, as a noun phrase ("a claim in the county court"); only what policy, law and contract allow and is meant */
  consequence?: string | undefined;
  /** a letter of claim under the Pre-Action Protocol for Debt Claims: what it encloses, by name */
  enclosures?: readonly string[] | undefined;
  /** what it is about; those of `ceaseNotices` print none of it, since they say nothing beyond their purpose */
  invoices: readonly NoticeInvoice[];
  /** open credit notes and unapplied cash, as positive amounts */
  credits: readonly NoticeCredit[];
  /** numbers of the invoices whose copies go along with the mail */
  copies?: readonly string[] | undefined;
  /** the accounts of a statement of several, whose items together are `invoices` and `credits`; see combinedStatement */
  sections?: readonly StatementSection[] | undefined;
  /** late-payment interest to the day of the figures, in the order it is printed; no part of what is asked for */
  interest?: readonly NoticeInterest[] | undefined;
  /** the creditor's terms provide for late charges, and this customer is to be reminded of it */
  lateCharges?: boolean | undefined;
  /** sentences that the law wants in every message to this person */
  disclosures?: readonly string[] | undefined;
  signedBy: { name: string; role?: string | undefined };
  /** required by `promise_confirmation` and `promise_reminder`; `method` is transfer, card, cheque or another word of the ledger */
  promise?: NoticePromise | undefined;
  /** how the customer paid over the last year; required by `terms_reminder` */
  payments?: NoticePayments | undefined;
}

/** An open credit note or unapplied cash, as a positive amount. */
export interface NoticeCredit {
  number?: string | undefined;
  currency: string;
  amount: bigint;
  label: string;
}

/** What was promised: of a plan all that is still to come, `on` the day of the next instalment. */
export interface NoticePromise {
  amount: bigint;
  currency: string;
  on: Day;
  method: string;
  /** what is still to come of a plan, earliest first; absent where it comes at once */
  instalments?: readonly { amount: bigint; on: Day }[] | undefined;
}

/** One account of a statement of several. */
export interface StatementSection {
  debtor: { name: string; account: string };
  invoices: readonly NoticeInvoice[];
  credits: readonly NoticeCredit[];
}

export interface NoticePayments {
  /** invoices paid in that year */
  paid: number;
  /** whole calendar days after the due date, on average; negative where early ones outweigh the late */
  averageDays: number;
  /** how many of them were paid more than `days` calendar days late */
  veryLate: { count: number; days: number };
  /** the terms that stand on their last invoice */
  terms?: string | undefined;
}

/** Interest on one invoice, its lines as core/interest.ts works them out. */
export interface NoticeInterest extends Pick<Interest, 'lines' | 'fixedSum' | 'total' | 'daily'> {
  number: string;
  currency: string;
  basis: InterestBasis;
}

export interface NoticeCreditor {
  name: string;
  /** lines parted by line breaks */
  address?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  /** small print at the foot of the letter: registered office, company number; lines parted by line breaks */
  letterhead?: string | undefined;
  bankDetails?:
    | {
        holder: string;
        iban?: string | undefined;
        account?: string | undefined;
        sortCode?: string | undefined;
        bank?: string | undefined;
        /** what to quote; the account number when absent */
        reference?: string | undefined;
      }
    | undefined;
}

export interface NoticeInvoice {
  number: string;
  issuedOn: Day;
  dueOn: Day;
  currency: string;
  amount: bigint;
  outstanding: bigint;
  /** calendar days; negative before the due date */
  daysPastDue: number;
  orderNumber?: string | undefined;
  /** shown only when it is a plain http or https address */
  paymentLink?: string | undefined;
  /** a copy of it is on file, of so many bytes */
  copyBytes?: number | undefined;
  /** part of the outstanding amount that is contested and not asked for here */
  disputedAmount?: bigint | undefined;
  /** what of it a statement asks for once it is past due; all of it when absent */
  askedAmount?: bigint | undefined;
  /** the day for which its payment is agreed */
  promisedOn?: Day | undefined;
}
