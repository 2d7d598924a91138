import type { CreditorFreshness } from './CreditorFreshness.ts';
import type { CeaseNotice } from './ceaseNotices.ts';
import type { Day } from './day.ts';

/** Everything `decide` may look at for one debtor, as loaded from the database: plain data, no behaviour. */
export interface DebtorFacts {
  readonly debtor: DebtorFact;
  /** whom it owes, and up to which day payments to them are known */
  readonly creditor?: (CreditorFreshness & { readonly id: string }) | undefined;
  readonly invoices: readonly InvoiceFact[];
  /** what was paid of late, in any order: for habits only, never for what is due */
  readonly paid?: readonly PaidInvoiceFact[] | undefined;
  /** unapplied cash of the same creditor and debtor, per currency, in minor units */
  readonly unapplied: readonly UnappliedFact[];
  readonly promises: readonly PromiseFact[];
  readonly disputes: readonly DisputeFact[];
  readonly holds: readonly HoldFact[];
  /** proposals to write an invoice off that stand: the ledger does not show it yet */
  readonly writeOffs?: readonly WriteOffFact[] | undefined;
  readonly conditions: readonly ConditionFact[];
  readonly steps: readonly StepFact[];
  readonly prompts: readonly PromptFact[];
  readonly activities: readonly ActivityFact[];
  readonly contacts: readonly ContactFact[];
  /** contacts of the other accounts of its group, those of one that is stopped left out; see sharedContacts */
  readonly shared?: readonly ContactFact[] | undefined;
  /** calls on other accounts of its group: the contact rules count them per person */
  readonly elsewhere?: readonly ActivityFact[] | undefined;
  /** mail to the shared mailboxes among the contacts, for whichever account it was; known where something is to be sent */
  readonly mailed?: readonly MailedFact[] | undefined;
  /** requests for approval that were declined or expired and hand-offs that were recalled, by stage, with the day */
  readonly refusals?: readonly { stage: string; endedOn: Day }[] | undefined;
  readonly openCase?: CaseFact;
  /** passed to an agency or to court and not recalled */
  readonly handedOff?: { readonly on: Day; readonly toName: string } | undefined;
  /** supply is stopped until payment: recorded as set in the order system, and not as released */
  readonly creditHold?: CreditHoldFact | undefined;
  /** a request for approval is open, or was approved and is not sent yet */
  readonly awaitsApproval?: boolean | undefined;
}

export interface UnappliedFact {
  readonly currency: string;
  /** all of it */
  readonly amount: bigint;
  /** of it, what finance has not said anything about; none unless told */
  readonly toPlace?: bigint | undefined;
  /** of it, what finance said is for something else than their invoices; none unless told */
  readonly forOther?: bigint | undefined;
}

export interface CreditHoldFact {
  readonly id: string;
  readonly setOn: Day;
  /** the invoice that carries it, and its number, which is known after it was paid too */
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  /** every invoice that it was approved for */
  readonly invoiceIds: readonly string[];
}

export type DebtorKind = 'business' | 'sole_trader' | 'individual';

export interface DebtorFact {
  readonly id: string;
  readonly kind: DebtorKind;
  readonly country: string;
  readonly region?: string | undefined;
  /** IANA zone */
  readonly zone: string;
  /** where it is not known which: all of those in which they may live, whose hours have to be kept */
  readonly zones?: readonly string[] | undefined;
  readonly ownerId?: string | undefined;
  readonly deputyId?: string | undefined;
  /** the creditor is an agency's client, not the own company */
  readonly forAnotherCreditor?: boolean | undefined;
  /** when the validation notice of US Regulation F was sent, as a member logged it */
  readonly validationNoticeOn?: Day | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface InvoiceFact {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly currency: string;
  /** minor units; negative for a credit note */
  readonly amount: bigint;
  readonly outstanding: bigint;
  /** day from which something was last set against a partly paid invoice, a credit as well as money */
  readonly partPaidOn?: Day | undefined;
  /** the money that last came for a partly paid invoice, as far as it stands; absent where the invoice came with it */
  readonly partPayment?: PartPaymentFact | undefined;
  /** not in the last ledger file since that day: nothing is sent about it */
  readonly missingSince?: Day | undefined;
}

/** An invoice of which nothing is open any more and for which money came: credited or written off alone is not paid. */
export interface PaidInvoiceFact {
  readonly dueOn: Day;
  /** the value date of the money that settled it */
  readonly paidOn: Day;
}

/** Money received for a part of an invoice: no credit, no write-off, nothing that only took the place of other money. */
export interface PartPaymentFact {
  /** the day from which it counts */
  readonly on: Day;
  /** minor units */
  readonly amount: bigint;
  /** the day, in the workspace's zone, on which it was booked */
  readonly knownOn: Day;
  readonly knownAt: Date;
}

export type PromiseState = 'open' | 'kept' | 'partially_kept' | 'broken' | 'cancelled' | 'superseded';

export interface PromiseFact {
  readonly id: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly madeOn: Day;
  readonly promisedOn: Day;
  readonly lastOn: Day;
  /** the judging day as it was when the promise was made */
  readonly judgeOn: Day;
  /** of an open one the business day on which it is judged as things stand (see judgingDay); default: `judgeOn` */
  readonly judgedOn?: Day | undefined;
  readonly state: PromiseState;
  /** day on which it left `open` */
  readonly endedOn?: Day | undefined;
  /** a manager has still to agree: it stops nothing */
  readonly awaitsAgreement: boolean;
  /** the day on which a manager agreed, where one had to and did */
  readonly agreedOn?: Day | undefined;
  /** the plan that it is an instalment of */
  readonly planId?: string | undefined;
  /** given by somebody who does not pay, and not confirmed since by whoever does: the last day on which it stops anything */
  readonly confirmBy?: Day | undefined;
  /** we confirmed it by mail, or the plan that it is an instalment of: its day stands in writing */
  readonly inWriting?: boolean | undefined;
  /** ids of its invoices; `inFull` ones have their clock stopped */
  readonly invoices: readonly { invoiceId: string; amount: bigint; inFull: boolean }[];
}

export interface DisputeFact {
  readonly id: string;
  readonly invoiceId: string;
  readonly amount: bigint;
  readonly whole: boolean;
  readonly raisedOn: Day;
  readonly endedOn?: Day | undefined;
  readonly outcome?: 'for_customer' | 'for_us' | 'in_part' | undefined;
  /** it ended by itself, since its invoice was settled */
  readonly endedWithInvoice?: boolean | undefined;
  /** minor units given in to when it ended, as far as nothing was taken off the invoice for them: not asked for (see awaitedCredits) */
  readonly toBeCredited?: bigint | undefined;
  /** minor units given in to when it ended */
  readonly conceded?: bigint | undefined;
  /** a manager decided how to go on after a dispute that came after the final notice */
  readonly managerDecidedOn?: Day | undefined;
}

export interface HoldFact {
  readonly id: string;
  /** whole debtor when absent */
  readonly invoiceId?: string | undefined;
  readonly kind: 'hold' | 'payment_seen' | 'already_paid';
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** ended early on that day (the day itself no longer stopped) */
  readonly endedOn?: Day | undefined;
  readonly reason: string;
  /** a manager has still to agree: it stops nothing */
  readonly awaitsAgreement?: boolean | undefined;
}

export interface WriteOffFact {
  readonly invoiceId: string;
  /** a manager agreed: it is not asked for any more */
  readonly agreed: boolean;
}

export interface ConditionFact {
  readonly kind:
    | 'breathing_space'
    | 'vulnerability'
    | 'bereavement'
    | 'insolvency'
    | 'representation'
    | 'cease'
    | 'bank_details';
  readonly sinceOn: Day;
  readonly endedOn?: Day | undefined;
  /** of a wish to cease contact: what went out after it, or perhaps did, of the notices that may go all the same */
  readonly noticed?: readonly { readonly kind: CeaseNotice; readonly on: Day }[] | undefined;
}

export type StepState = 'pending' | 'done' | 'failed' | 'cancelled' | 'skipped';

export interface StepFact {
  readonly id: string;
  readonly caseId: string;
  readonly stage: string;
  readonly carryingInvoiceId: string;
  readonly occurrence: number;
  readonly stageDay: number;
  readonly takenOn: Day;
  readonly state: StepState;
  readonly doneOn?: Day | undefined;
  readonly deadlineOn?: Day | undefined;
  /** done before Duly, or beside it, as an import says */
  readonly imported?: boolean | undefined;
  readonly invoiceIds: readonly string[];
}

export interface PromptFact {
  readonly id: string;
  readonly stepId?: string | undefined;
  readonly kind: string;
  readonly open: boolean;
  readonly openedAt: Date;
}

export interface ActivityFact {
  readonly id: string;
  readonly kind: 'call' | 'email' | 'text' | 'letter' | 'visit' | 'reply' | 'note';
  readonly direction: 'out' | 'in';
  readonly outcome?: string | undefined;
  readonly rightParty?: boolean | undefined;
  /** a written message that we started: spacing counts it */
  readonly counted: boolean;
  /** a statement or the like: the days between two messages are not asked of it, nor of the one after it */
  readonly skipsGap?: boolean | undefined;
  readonly contactId?: string | undefined;
  readonly stepId?: string | undefined;
  /** the day in the workspace's zone */
  readonly on: Day;
  readonly at: Date;
  /** a call the customer asked for */
  readonly requested?: boolean | undefined;
  /** why the customer has not paid, as told: not_received, order_number_missing, awaiting_approval, portal_rejected … */
  readonly delayReason?: string | undefined;
  /** which reason for the delay was mended, or found to be none */
  readonly mended?: string | undefined;
  /** why a house limit was overridden, as typed */
  readonly reason?: string | undefined;
}

export interface ContactFact {
  readonly id: string;
  readonly name: string;
  /** the account whose contact it is, where that is another one of the group: its name */
  readonly of?: string | undefined;
  /** IANA zone of that account */
  readonly zone?: string | undefined;
  /** all of those in which that account’s people may live, where it is not known which */
  readonly zones?: readonly string[] | undefined;
  readonly role: string;
  readonly phone?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
  readonly isMailbox: boolean;
  readonly doNotContact: boolean;
  readonly refusedChannels: readonly string[];
  readonly deadChannels: readonly string[];
  /** they have left the company */
  readonly hasLeft?: boolean | undefined;
}

/** A mail to an address that went out, or is about to. */
export interface MailedFact {
  /** in small letters */
  readonly email: string;
  readonly at: Date;
}

export interface CaseFact {
  readonly id: string;
  readonly cycle: number;
  readonly openedOn: Day;
  /** the policy's version that it began with; absent: the default policy */
  readonly policyId?: string | undefined;
}

/** One fact and what it led to, as a sentence; the only source of what `/debt why`, prompts and approvals print. */
export interface Reason {
  /** stable code of the rule, e.g. `carrying_invoice`, `gate_open`, `spacing`, `promise_open` */
  readonly rule: string;
  /** pass = the rule lets the step go on, stop = it holds it back, note = background */
  readonly outcome: 'pass' | 'stop' | 'note';
  readonly sentence: string;
}
