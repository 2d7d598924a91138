import type { Calendar } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { draftPlan } from '../../src/core/draftPlan.ts';
import type {
  ActivityFact,
  ConditionFact,
  DebtorFacts,
  DisputeFact,
  HoldFact,
  InvoiceFact,
  PromiseFact,
  WriteOffFact,
} from '../../src/core/facts.ts';
import { givesWay, type Pending } from '../../src/core/givesWay.ts';
import { judgeAgreements, type PlanState } from '../../src/core/judgeAgreements.ts';
import { latest } from '../../src/core/never.ts';
import type { PromisedBook } from '../../src/core/PromisedBook.ts';
import { confirmBy, promiseDays } from '../../src/core/promiseDays.ts';
import { isBinding } from '../../src/core/renewalOf.ts';
import { replacePromise } from '../../src/core/replacePromise.ts';
import type { Receipt } from '../../src/core/standingReceipts.ts';
import { type Arrival, awaitsManager, type Happening, isAgreement, isUnconfirmed } from './happenings.ts';
import { activity, dispute, hold, invoice } from './ladder.ts';

export const START = dayOf('2026-01-05');

/** What the book of an account says about a day, beside what we did ourselves. */
export type Booked = Pick<
  DebtorFacts,
  'invoices' | 'unapplied' | 'promises' | 'disputes' | 'holds' | 'conditions' | 'activities'
> & { readonly writeOffs: readonly WriteOffFact[] };

/** A happening with its days: when it came to pass, and when it was known. */
interface Recorded extends Happening {
  readonly index: number;
  readonly on: Day;
  readonly knownOn: Day;
  readonly target: Owed;
  /** the invoice after it, in the same currency: some agreements are for both */
  readonly next: Owed | undefined;
}

interface Owed {
  readonly fact: InvoiceFact;
  readonly knownOn: Day;
}

interface Payment {
  readonly id: string;
  readonly on: Day;
  readonly knownOn: Day;
  readonly target: Owed;
  readonly amount: bigint;
  returned?: { readonly on: Day; readonly knownOn: Day };
}

type Agreed = { -readonly [Key in keyof PromiseFact]: PromiseFact[Key] } & {
  renewals: number;
  isReplaced: boolean;
};

const conditionKinds: readonly ConditionFact['kind'][] = [
  'breathing_space',
  'vulnerability',
  'bereavement',
  'insolvency',
  'representation',
  'cease',
  'bank_details',
];

/**
 * The book of one account. Everything is entered on the day on which it becomes known, dated when it happened; promises and plans
 * are judged anew each day by the rules of core. Ask it for one day after the other.
 */
export class AccountBook {
  readonly #owed: readonly Owed[];
  readonly #recorded: readonly Recorded[];
  readonly #payments: readonly Payment[];
  readonly #calendar: Calendar;
  readonly #promises: Agreed[] = [];
  readonly #plans: { id: string; state: PlanState }[] = [];
  readonly #entered = new Set<number>();
  /** days on which it may say something else than the day before */
  readonly #turns: Set<Day>;
  #last: Booked | undefined;

  /** @param timely everything is known on the day on which it happens, however late the story says it was */
  constructor(
    story: { readonly invoices: readonly Arrival[]; readonly happenings: readonly Happening[] },
    { calendar, timely }: { calendar: Calendar; timely: boolean },
  ) {
    this.#calendar = calendar;
    this.#owed = story.invoices.map(({ due, amount, late, currency }, index) => {
      const dueOn = addDays(START, due);
      const fact = invoice(`${1041 + index}`, isoDay(dueOn), { amount: BigInt(amount), currency });
      return { fact, knownOn: addDays(fact.issuedOn, timely ? 0 : late) };
    });
    this.#recorded = story.happenings.flatMap((happening, index) => {
      const { which, day, late } = happening;
      const target = this.#owed[which % this.#owed.length];
      if (!target) return [];
      const after = this.#owed[(which + 1) % this.#owed.length];
      const next = after !== target && after?.fact.currency === target.fact.currency ? after : undefined;
      const on = addDays(START, day);
      // nothing is agreed about an invoice that we do not know
      const nextKnownOn = isAgreement(happening) ? (next?.knownOn ?? on) : on;
      const knownOn = latest(addDays(on, timely ? 0 : late), target.knownOn, nextKnownOn);
      return [{ ...happening, index, on, knownOn, target, next }];
    });
    this.#payments = paymentsOf(this.#recorded);
    this.#turns = new Set([
      ...this.#owed.map(({ knownOn }) => knownOn),
      ...this.#recorded.flatMap(turnsOf),
      ...this.#payments.flatMap(({ returned }) => returned?.knownOn ?? []),
    ]);
  }

  /**
   * Whether everything is known that has happened by a day, and what only counts from the day it was recorded on (a payment seen, an
   * invoice missing) is over where that day came late.
   */
  knowsAllOn(today: Day): boolean {
    const isKnown = ({ on, knownOn, what, size }: Recorded) => {
      const settledOn = knownOn > on && countsFromRecord.has(what) ? addDays(knownOn, size + 4) : knownOn;
      return on > today || settledOn <= today;
    };
    return (
      this.#owed.every(({ fact, knownOn }) => fact.issuedOn > today || knownOn <= today) &&
      this.#recorded.every(isKnown)
    );
  }

  /** Everything that is known on a day. */
  on(today: Day): Booked {
    // what rests of a promise puts its judging off
    const isLate = this.#promises.some(({ state, judgeOn }) => state === 'open' && judgeOn <= today);
    if (!this.#last || isLate || this.#turns.has(today)) this.#last = this.#readOn(today);
    return this.#last;
  }

  #readOn(today: Day): Booked {
    for (const entry of this.#recorded) {
      if (entry.knownOn > today || this.#entered.has(entry.index)) continue;
      this.#entered.add(entry.index);
      if (entry.what === 'promises') this.#promise(entry, today);
      if (entry.what === 'agrees_plan') this.#plan(entry, today);
    }
    for (const { judgeOn } of this.#promises) this.#turns.add(judgeOn);
    const money = this.#money(today);
    const known = this.#recorded
      .filter(({ knownOn }) => knownOn <= today)
      .sort((a, b) => a.knownOn - b.knownOn);
    const of = <T>(make: (entry: Recorded) => T | undefined) =>
      known.flatMap((entry) => make(entry) ?? ([] as T[]));
    const disputes = of((entry) => disputeOf(entry, today));
    const holds = of((entry) => holdOf(entry, today));
    this.#judge(money.receipts, { invoices: money.owed, disputes, holds }, today);
    return {
      invoices: [...money.invoices, ...of(creditNoteOf)],
      unapplied: [...money.unapplied, ...of(creditOf)],
      promises: this.#promises.map(({ renewals: _, isReplaced: __, ...promise }) => promise),
      disputes,
      holds,
      conditions: of((entry) => conditionOf(entry, today)),
      writeOffs: of((entry) => writeOffOf(entry, today)),
      activities: of(activityOf),
    };
  }

  #promise(entry: Recorded, today: Day): void {
    const { index, on, size, target, next } = entry;
    const { id, currency, amount } = target.fact;
    const inFull = size % 4 !== 1;
    const invoices = [
      { invoiceId: id, amount: inFull ? amount : amount / 2n, inFull },
      ...(next && size % 3 === 0
        ? [{ invoiceId: next.fact.id, amount: next.fact.amount, inFull: true }]
        : []),
    ];
    const promisedOn = addDays(on, size);
    const unconfirmed = isUnconfirmed(entry);
    const awaitsAgreement = awaitsManager(entry);
    const renewals = this.#replace(invoices, { unconfirmed, awaitsAgreement }, today);
    this.#promises.push({
      id: `promise ${index}`,
      currency,
      amount: invoices.reduce((sum, share) => sum + share.amount, 0n),
      madeOn: on,
      promisedOn,
      ...promiseDays(promisedOn, 'unknown', this.#calendar),
      state: 'open',
      endedOn: undefined,
      awaitsAgreement,
      confirmBy: unconfirmed ? confirmBy(on, this.#calendar) : undefined,
      inWriting: size % 2 === 1,
      invoices,
      planId: undefined,
      renewals,
      isReplaced: false,
    });
  }

  #plan(entry: Recorded, today: Day): void {
    const { index, on, size, target, next } = entry;
    const { currency } = target.fact;
    const of = (next ? [target, next] : [target]).map(({ fact }) => fact);
    const amount = of.reduce((sum, fact) => sum + fact.amount, 0n);
    const { instalments } = draftPlan(
      {
        money: { currency, amount },
        count: 2 + (size % 3),
        firstOn: addDays(on, size % 8),
        rhythm: size % 2 ? 'weekly' : 'fortnightly',
        madeOn: on,
        method: 'unknown',
        invoices: of.map((fact) => ({ ...fact, outstanding: fact.amount })),
      },
      { calendar: this.#calendar, locale: 'en-GB', limits: { instalments: 36, days: 999 } },
    );
    const planId = `plan ${index}`;
    const unconfirmed = isUnconfirmed(entry);
    const awaitsAgreement = awaitsManager(entry);
    this.#replace(
      of.map(({ id }) => ({ invoiceId: id })),
      { unconfirmed, awaitsAgreement },
      today,
    );
    this.#plans.push({ id: planId, state: 'open' });
    for (const [nth, { promisedOn, lastOn, judgeOn, amount: each, invoices }] of instalments.entries()) {
      this.#promises.push({
        ...{
          id: `${planId}/${nth}`,
          currency,
          amount: each,
          madeOn: on,
          promisedOn,
          lastOn,
          judgeOn,
          planId,
        },
        ...{ state: 'open', endedOn: undefined, awaitsAgreement },
        confirmBy: unconfirmed ? confirmBy(on, this.#calendar) : undefined,
        inWriting: size % 2 === 1,
        ...{ invoices, renewals: 0, isReplaced: false },
      });
    }
  }

  /** Open promises on these invoices end, with their plans, when another agreement that lacks nothing they have takes their place; how often that has been renewed. */
  #replace(invoices: readonly { readonly invoiceId: string }[], next: Pending, today: Day): number {
    const ids = new Set(invoices.map(({ invoiceId }) => invoiceId));
    const isOpen = ({ state }: Agreed) => state === 'open';
    const direct = this.#promises.filter((p) => isOpen(p) && p.invoices.some((x) => ids.has(x.invoiceId)));
    const planIds = new Set(direct.flatMap(({ planId }) => planId ?? []));
    let renewals = 0;
    for (const old of this.#promises) {
      if (!isOpen(old) || !(direct.includes(old) || planIds.has(old.planId ?? ''))) continue;
      const pending = pendingOf(old);
      const ending = replacePromise({ ...old, unconfirmed: !isBinding(pending) }, today);
      renewals = Math.max(renewals, ending.renewals);
      if (!givesWay(pending, next)) continue;
      Object.assign(old, { state: ending.endsAs, endedOn: today, isReplaced: true });
    }
    return renewals;
  }

  #judge(receipts: readonly Receipt[], book: PromisedBook, today: Day): void {
    if (this.#promises.length === 0) return;
    const verdicts = judgeAgreements({
      promises: this.#promises.map((promise) => ({
        ...promise,
        unconfirmed: !isBinding(pendingOf(promise)),
        invoiceIds: promise.invoices.map(({ invoiceId }) => invoiceId),
        shares: promise.invoices,
      })),
      plans: this.#plans,
      receipts,
      book,
      freshUntil: today,
      today,
    });
    for (const { planId, state } of verdicts.plans) {
      const plan = this.#plans.find(({ id }) => id === planId);
      if (plan) plan.state = state;
    }
    for (const { promiseId, state } of verdicts.promises) {
      const promise = this.#promises.find(({ id }) => id === promiseId);
      if (promise && promise.state !== state)
        Object.assign(promise, { state, endedOn: state === 'open' ? undefined : today });
    }
  }

  /** What is open, and what money pays nothing, once what is known of payments is set against the invoices that they name. */
  #money(today: Day) {
    const open = new Map(
      this.#owed.flatMap(({ fact, knownOn }) => (knownOn <= today ? [[fact.id, { ...fact }] as const] : [])),
    );
    const receipts: Receipt[] = [];
    const unapplied: DebtorFacts['unapplied'][number][] = [];
    const lastPaid = new Map<string, Day>();
    const settledBy = new Map<string, { on: Day; amount: bigint }[]>();
    for (const { id: paymentId, on: valueOn, knownOn, target, amount, returned } of this.#payments) {
      if (knownOn > today) continue;
      const { id, currency } = target.fact;
      const isReturned = returned !== undefined && returned.knownOn <= today;
      const paid = open.get(id);
      const share = paid === undefined ? 0n : amount < paid.outstanding ? amount : paid.outstanding;
      const rows = [
        ...(share > 0n ? [{ paymentId, currency, amount: share, valueOn, invoiceId: id }] : []),
        ...(share < amount ? [{ paymentId, currency, amount: amount - share, valueOn }] : []),
      ];
      receipts.push(...rows);
      if (share > 0n) lastPaid.set(id, Math.max(lastPaid.get(id) ?? 0, valueOn) as Day);
      if (isReturned) {
        receipts.push(...rows.map((row) => ({ ...row, amount: -row.amount, valueOn: returned.on })));
        continue;
      }
      if (paid) open.set(id, { ...paid, outstanding: paid.outstanding - share });
      settledBy.set(id, [...(settledBy.get(id) ?? []), { on: valueOn, amount: share }]);
      const rest = amount - share;
      if (rest > 0n) unapplied.push({ currency, amount: rest, ...(rest % 2n ? { toPlace: rest } : {}) });
    }
    const invoices = [...open.values()].flatMap((fact) => {
      if (fact.outstanding === 0n) return [];
      const missingSince = this.#missingSince(fact, today);
      const partPaidOn = fact.outstanding < fact.amount ? lastPaid.get(fact.id) : undefined;
      return [{ ...fact, missingSince, partPaidOn }];
    });
    const owed = [...open.values()].map((fact) => ({
      ...{ id: fact.id, outstanding: fact.outstanding, missingSince: this.#missingSince(fact, today) },
      settledBy: settledBy.get(fact.id) ?? [],
    }));
    return { invoices, unapplied, receipts, owed };
  }

  /** An invoice that a file did not list is listed again by one of the next, or never; it is missing since the day of which the file was. */
  #missingSince({ id }: InvoiceFact, today: Day): Day | undefined {
    return this.#recorded.find(
      ({ what, target, size, knownOn }) =>
        what === 'goes_missing' &&
        target.fact.id === id &&
        knownOn <= today &&
        (size > 20 || today < addDays(knownOn, size)),
    )?.on;
  }
}

function pendingOf({ confirmBy: until, awaitsAgreement }: Agreed): Pending {
  return { unconfirmed: until !== undefined, awaitsAgreement };
}

const countsFromRecord: ReadonlySet<string> = new Set([
  'seen_at_bank',
  'says_it_is_paid',
  'goes_missing',
  'to_be_written_off',
]);

/** When it becomes known, and when it ends by itself or somebody ends it. */
function turnsOf({ on, knownOn, size }: Recorded): Day[] {
  const ends = [addDays(on, size), addDays(on, size >> 1), addDays(knownOn, size)];
  return [knownOn, ...ends.map((day) => latest(day, knownOn))];
}

/** The payments of a story, the earlier first; a returned one is the last before it on the same invoice. */
function paymentsOf(recorded: readonly Recorded[]): Payment[] {
  const payments: Payment[] = [];
  const inOrder = [...recorded].sort((a, b) => a.on - b.on || a.index - b.index);
  for (const { what, size, index, on, knownOn, target } of inOrder) {
    const { amount } = target.fact;
    const received = {
      pays: amount,
      pays_part: (amount * BigInt(size)) / 31n,
      pays_too_much: amount + BigInt(size),
    }[what as string];
    if (received) payments.push({ id: `payment ${index}`, on, knownOn, target, amount: received });
    if (what !== 'is_returned') continue;
    const back = payments.findLast((payment) => payment.target === target && !payment.returned);
    if (back) back.returned = { on, knownOn: Math.max(knownOn, back.knownOn) as Day };
  }
  return payments;
}

function creditNoteOf({ what, index, on, size, target }: Recorded): InvoiceFact | undefined {
  if (what !== 'gets_credit_note') return undefined;
  const amount = BigInt(-1 - size * 1000);
  return invoice(`C${index}`, isoDay(on), { amount, currency: target.fact.currency });
}

/** finance has said of a third of it that it pays their invoices, of another that it is for something else */
function creditOf({ what, size }: Recorded): DebtorFacts['unapplied'][number] | undefined {
  if (what !== 'gets_credit' || size === 0) return undefined;
  const amount = BigInt(size) * 1000n;
  const said = [{ toPlace: amount }, { forOther: amount }, {}][size % 3];
  return { currency: 'EUR', amount, ...said };
}

function disputeOf(
  { what, index, on, knownOn, size, target }: Recorded,
  today: Day,
): DisputeFact | undefined {
  if (what !== 'disputes' && what !== 'disputes_part') return undefined;
  const whole = what === 'disputes';
  const { id, amount: owed } = target.fact;
  const amount = whole ? owed : (owed * BigInt(size)) / 31n;
  const decidedOn = addDays(on, size);
  const managerDecidedOn =
    size % 2 && Math.max(decidedOn, knownOn) <= today ? { managerDecidedOn: decidedOn } : {};
  const raised = { id: `dispute ${index}`, whole, amount, ...managerDecidedOn };
  // entered as ended, where it had ended before anybody here heard of it
  if (size > 25 || Math.max(decidedOn, knownOn) > today) return dispute(id, isoDay(on), raised);
  const outcome = (['for_us', 'in_part', 'for_customer'] as const)[size % 3];
  const toBeCredited = { for_us: 0n, in_part: amount / 2n, for_customer: amount }[outcome ?? 'for_us'];
  return dispute(id, isoDay(on), { ...raised, endedOn: decidedOn, outcome, toBeCredited });
}

function holdOf({ what, index, on, knownOn, size, target }: Recorded, today: Day): HoldFact | undefined {
  const [id, invoiceId] = [`hold ${index}`, target.fact.id];
  if (what === 'seen_at_bank' || what === 'says_it_is_paid') {
    const kind = what === 'seen_at_bank' ? 'payment_seen' : 'already_paid';
    return hold(isoDay(knownOn), isoDay(addDays(knownOn, 3)), { id, kind, invoiceId });
  }
  if (what !== 'is_on_hold') return undefined;
  const endedOn = addDays(on, size >> 1);
  const ended = size % 5 === 0 && Math.max(endedOn, knownOn) <= today ? { endedOn } : {};
  const whose = size % 2 ? { invoiceId } : {};
  return hold(isoDay(on), isoDay(addDays(on, size)), {
    id,
    ...whose,
    ...ended,
    awaitsAgreement: size % 7 === 6,
  });
}

function conditionOf({ what, on, knownOn, size }: Recorded, today: Day): ConditionFact | undefined {
  if (what !== 'under_protection') return undefined;
  const kind = conditionKinds[size % conditionKinds.length] ?? 'cease';
  const endedOn = addDays(on, size);
  const ended = size < 28 && Math.max(endedOn, knownOn) <= today ? { endedOn } : {};
  return { kind, sinceOn: on, ...ended };
}

function writeOffOf({ what, knownOn, size, target }: Recorded, today: Day): WriteOffFact | undefined {
  if (what !== 'to_be_written_off' || today >= addDays(knownOn, size)) return undefined;
  return { invoiceId: target.fact.id, agreed: size % 2 === 0 };
}

function activityOf({ what, index, on, size }: Recorded): ActivityFact | undefined {
  const id = `activity ${index}`;
  switch (what) {
    case 'replies':
      return activity('reply', isoDay(on), {
        id,
        ...(size % 4 === 0 ? { delayReason: 'not_received' } : {}),
      });
    case 'talks':
      return activity('call', isoDay(on), { id, rightParty: true, contactId: 'ana' });
    case 'gets_a_statement':
      return activity('email', isoDay(on), { id, counted: true, skipsGap: true });
    default:
      return undefined;
  }
}
