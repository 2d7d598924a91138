import type { Day } from '../../core/day.ts';
import type { Money } from '../../core/money.ts';

/** All that is known of a case and may be told to those to whom it is passed, as plain data; nothing of another customer. */
export interface Evidence {
  /** BCP 47; decides how figures and dates are written. The words are English. */
  readonly locale: string;
  /** IANA zone in which times are told */
  readonly zone: string;
  readonly asAt: Day;
  /** every item of the account that was not taken back, oldest first */
  readonly items: readonly EvidenceItem[];
  readonly payments: readonly EvidencePayment[];
  readonly promises: readonly EvidencePromise[];
  readonly plans: readonly EvidencePlan[];
  readonly disputes: readonly EvidenceDispute[];
  readonly holds: readonly EvidenceHold[];
  readonly conditions: readonly EvidenceCondition[];
  /** what was done and what came back, oldest first */
  readonly activities: readonly EvidenceActivity[];
  /** everything that was sent to the customer, oldest first */
  readonly letters: readonly EvidenceLetter[];
  readonly decisions: readonly EvidenceDecision[];
  /** copies of open invoices */
  readonly copies: readonly { readonly number: string; readonly content: Uint8Array }[];
}

export interface EvidenceItem {
  readonly number: string;
  /** "invoice", "credit note" … */
  readonly kind: string;
  readonly orderNumber?: string | undefined;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly currency: string;
  readonly amount: bigint;
  readonly outstanding: bigint;
}

/** Money or a credit that was set against an invoice; negative where it was taken back. */
export interface EvidencePayment extends Money {
  readonly on: Day;
  readonly invoice: string;
  /** "Payment", "Credit note CN-1" … */
  readonly what: string;
}

export interface EvidencePromise extends Money {
  readonly madeOn: Day;
  readonly by?: string | undefined;
  readonly promisedOn: Day;
  readonly invoices: readonly string[];
  readonly isInstalment: boolean;
  /** "open", "kept", "broken, £200.00 came" … */
  readonly ended: string;
}

export interface EvidencePlan extends Money {
  readonly madeOn: Day;
  readonly by?: string | undefined;
  readonly instalments: number;
  readonly ended: string;
}

export interface EvidenceDispute extends Money {
  readonly raisedOn: Day;
  readonly invoice: string;
  /** "goods or service", with what was noted of it */
  readonly reason: string;
  readonly endedOn?: Day | undefined;
  readonly outcome: string;
}

export interface EvidenceHold {
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** absent: the whole account */
  readonly invoice?: string | undefined;
  readonly reason: string;
  readonly endedOn?: Day | undefined;
}

export interface EvidenceCondition {
  readonly what: string;
  readonly sinceOn: Day;
  readonly endedOn?: Day | undefined;
}

export interface EvidenceActivity {
  readonly at: Date;
  readonly what: string;
  /** the person at the customer's */
  readonly with?: string | undefined;
  readonly by?: string | undefined;
  readonly notes?: string | undefined;
  /** when the entry was taken back: it counts no more */
  readonly takenBackAt?: Date | undefined;
}

export interface EvidenceLetter {
  readonly at: Date;
  /** "Final notice" */
  readonly title: string;
  readonly to: string;
  /** "sent", "came back undelivered" … */
  readonly standing: string;
  /** number of the registered post it went by too, with the day */
  readonly posted?: { readonly number: string; readonly on: Day } | undefined;
  /** absent where it lists other accounts too, and is not enclosed for that */
  readonly mail?:
    | {
        readonly subject: string;
        readonly text: string;
        /** the letter that was attached, as it was sent */
        readonly pdf?: Uint8Array | undefined;
      }
    | undefined;
}

/** Who asked for what, or decided on it, and on which text. */
export interface EvidenceDecision {
  readonly at: Date;
  /** "Final notice" */
  readonly title: string;
  /** "asked for approval", "approved" … */
  readonly what: string;
  readonly by: string;
  /** fingerprint of the text that was decided on */
  readonly hash: string;
  readonly takenBackAt?: Date | undefined;
}
