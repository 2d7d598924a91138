import type { CreditorFreshness } from '../../core/CreditorFreshness.ts';
import type { MissingRate } from '../../core/interest.ts';
import type { Money } from '../../core/money.ts';
import type { Role } from '../../core/permissions.ts';

/** Whether something answers; `why` is what it said instead. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What Slack says to a token; `unreached`: it was not Slack that said so, but the network on the way. */
export type TokenAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly unreached?: boolean };

/** Everything that `diagnose` looks at. */
export interface DoctorFacts {
  readonly now: Date;
  /** `folder`: where the embedded one really keeps its data */
  readonly database: Answer & { readonly migrations?: number; readonly folder?: string };
  readonly jobs: Answer & {
    readonly store: 'PostgreSQL' | 'MongoDB';
    /** when Duly last looked what was due, where the store tells */
    readonly lastBeat?: Date | undefined;
  };
  /** null: no tokens, the playground is used */
  readonly slack: SlackFacts | null;
  /** null: no mail server is set */
  readonly mail: Answer | null;
  /** absent while there is none */
  readonly workspace?: WorkspaceFacts | undefined;
}

export interface SlackFacts {
  readonly token: TokenAnswer & { readonly team?: string };
  /** Socket Mode's own token; absent in HTTP mode */
  readonly appToken?: TokenAnswer | undefined;
  readonly scopes: {
    /** absent where Slack does not tell */
    readonly granted?: readonly string[] | undefined;
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  /** by channel id */
  readonly channels: Readonly<Record<string, ChannelFacts>>;
}

/** `not_found`: it does not exist, or is private and the bot is no member. */
export type ChannelFacts =
  | { readonly kind: 'open'; readonly name: string }
  | { readonly kind: 'not_member' | 'shared_outside' | 'has_guests' | 'archived'; readonly name: string }
  | { readonly kind: 'not_found' | 'unknown'; readonly why: string };

export interface WorkspaceFacts {
  readonly name: string;
  readonly locale: string;
  readonly startedAt: Date | undefined;
  readonly channels: Readonly<
    Record<'collections' | 'approvals' | 'finance' | 'accountManagers', string | undefined>
  >;
  readonly roles: Readonly<Record<Role, number>>;
  /** as it is set: two letters, of a country or not */
  readonly country: string;
  readonly singleApprover: 'second' | 'confirm_twice';
  /** whom money is owed to; the default one first */
  readonly creditors: readonly {
    readonly name: string;
    readonly hasAddress: boolean;
    readonly hasBankDetails: boolean;
  }[];
  readonly openItems: number;
  /** up to which day payments are known, for the creditor of whom least is known; absent: nothing was imported */
  readonly freshness: CreditorFreshness | undefined;
  readonly isFresh: boolean;
  /** debtors that owe something: all, those without an owner, those without anybody who has an email address */
  readonly debtors: { readonly all: number; readonly unowned: number; readonly unmailable: number };
  /** money that is set against no invoice */
  readonly unapplied: readonly Money[];
  /** base rates that interest on what is past due needs and that nobody has entered */
  readonly missingRates: readonly MissingRate[];
  readonly stops: readonly { readonly lane: string; readonly error: string }[];
  /** outbox rows: due for a quarter of an hour and not sent; given up in the last week; nobody knows whether it went out */
  readonly outbox: { readonly late: number; readonly failed: number; readonly unsure: number };
}
