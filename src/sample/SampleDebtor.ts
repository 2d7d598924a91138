import type { Day } from '../core/day.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { HandOffPlan } from '../useCases/handOffs/HandOffPlan.ts';
import type { PersonName } from './sampleTeam.ts';

/** An item of the sample's ledger; minor units, negative for a credit note. */
export interface SampleInvoice {
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly amount: bigint;
  /** paid on that day, long enough ago to be in the ledger file */
  readonly settledOn?: Day;
}

export interface SampleContact {
  readonly name: string;
  readonly role: 'payables' | 'director' | 'alternate' | 'other';
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly mobile: string | undefined;
  readonly isMailbox: boolean;
}

/** What is told of a debtor's past. Days ago are calendar days before the first day, moved back to an open one. */
export interface SampleStory {
  /** no step of the ladder was taken within so many days before the first: something stopped the clock */
  readonly quietFor?: number;
  readonly events?: readonly StoryEvent[];
  /** money at the bank that the ledger file does not know yet: days ago, and major units of the oldest open item */
  readonly paid?: readonly (readonly [daysAgo: number, amount: number])[];
  /** where the final notice stands, or the letter of demand after it */
  readonly notice?: NoticeStory;
  /** notices that went out with an approval long ago, in their order: the date that each gave had passed before the next */
  readonly formal?: readonly FormalStory[];
  /** passed to an agency or to court, as two colleagues approved */
  readonly handedOff?: { readonly daysAgo: number; readonly plan: HandOffPlan };
}

export interface FormalStory {
  readonly stage: 'final_notice' | 'demand_letter';
  readonly daysAgo: number;
}

/**
 * asked: waits for the newcomer; asked_elsewhere: waits too, until it is paid; approved: goes out minutes after the start;
 * overtaken: approved, and paid before it went out; unsure: the line to the mail server broke while it was handed over; to_post: the
 * letter of demand was mailed, and nobody has posted it yet.
 */
export type NoticeStory =
  | 'last_call'
  | 'asked'
  | 'asked_elsewhere'
  | 'approved'
  | 'overtaken'
  | 'sent'
  | 'unsure'
  | 'to_post';

export type StoryEvent =
  | {
      readonly kind: 'call';
      readonly daysAgo: number;
      readonly outcome:
        | 'promised'
        | 'paid'
        | 'disputes'
        | 'hardship'
        | 'call_back'
        | 'refuses'
        | 'no_answer'
        | 'left_message';
      readonly notes?: string;
      /** share of what was overdue, and for when: days before the first day, negative for days after it */
      readonly promise?: { readonly share: number; readonly daysAgo: number };
      /** days after the first day on which a pause ends */
      readonly holdFor?: number;
      /** business days after the first day */
      readonly callBackIn?: number;
    }
  | {
      readonly kind: 'reply';
      readonly daysAgo: number;
      readonly reply: 'paid' | 'will_pay' | 'query' | 'other';
      readonly notes: string;
    };

export interface SampleDebtor {
  readonly account: string;
  readonly name: string;
  readonly kind: DebtorKind;
  readonly country: Country;
  readonly zone: string;
  readonly currency: string;
  /** nobody where absent */
  readonly owner: PersonName | undefined;
  readonly contacts: readonly SampleContact[];
  /** settled ones first, then open ones, the oldest first, credit notes last */
  readonly invoices: readonly SampleInvoice[];
  readonly givesOrderNumbers: boolean;
  readonly story: SampleStory;
}

export type Country = 'GB' | 'DE' | 'US';

/** One line of the cast: what is open as days past due on the first day (negative: not due yet) and major units. */
export interface CastMember {
  readonly name: string;
  readonly kind?: DebtorKind;
  /** a person at the debtor; the person themselves where it is one */
  readonly contact: string;
  readonly open: readonly (readonly [late: number, amount: number])[];
  /** a steady late payer: always so many days after the due date */
  readonly paysAfter?: number;
  /** open credit notes, major units */
  readonly credit?: number;
  /** null: nobody */
  readonly owner?: PersonName | null;
  readonly noEmail?: true;
  /** its mail server is gone: what is mailed comes back at once */
  readonly mailGone?: true;
  /** orders by numbers of its own, and wants them on invoices */
  readonly givesOrderNumbers?: true;
  readonly story?: SampleStory;
}
