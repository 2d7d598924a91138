import { expect } from 'vitest';
import { clockStops } from '../../src/core/clockStops.ts';
import { addDays, type Day, isoDay } from '../../src/core/day.ts';
import type { Decision } from '../../src/core/decision.ts';
import { effectiveDays } from '../../src/core/effectiveDays.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { AccountBook, type Booked, START } from './accountBook.ts';
import {
  type Arrival,
  awaitsManager,
  type Happening,
  isAgreement,
  isJudgedBy,
  isUnconfirmed,
} from './happenings.ts';
import { facts, hold, on, step, weekdays } from './ladder.ts';

export interface Account {
  readonly invoices: readonly Arrival[];
  readonly happenings: readonly Happening[];
}

/**
 * What becomes known late is known late; but where one agreement takes the place of another, that was done by what was known on
 * the day, and stays done: then agreements are known in time. And what nobody confirmed, or no manager agreed to, ends with its day, and
 * stays ended: then invoices and what promises are judged by are known in time too.
 */
export function asLateAsItMayBe({ invoices, happenings }: Account): Account {
  const known = (isInTime: (one: Happening) => boolean) =>
    happenings.map((one) => (isInTime(one) ? { ...one, late: 0 } : one));
  if (happenings.some((one) => isUnconfirmed(one) || awaitsManager(one)))
    return {
      invoices: invoices.map((arrival) => ({ ...arrival, late: 0 })),
      happenings: known((one) => isAgreement(one) || isJudgedBy(one)),
    };
  if (happenings.filter(isAgreement).length < 2) return { invoices, happenings };
  return { invoices, happenings: known(isAgreement) };
}

/** What a decision says beside its sentences. */
const said = ({ carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen }: Decision) => {
  return { carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen };
};

/** What was made of each promise. */
const judged = ({ promises }: Booked) => promises.map(({ id, state }) => [id, state]);

/** The effective days of every invoice by its id. */
function daysOf(story: DebtorFacts, today: Day): ReadonlyMap<string, number> {
  const stops = clockStops(story, today);
  return new Map(story.invoices.map(({ id, dueOn }) => [id, effectiveDays(dueOn, today, stops.of(id))]));
}

/**
 * Lives through so many days of an account twice, with the same steps: with what becomes known late, and with the same known in time. Throws
 * where the two differ on a day on which all is known; answers how many such days there were.
 */
export function lateCountsAsTimely(account: Account, lastDay: number): number {
  const [late, timely] = [false, true].map((isTimely) => bookOf(account, isTimely)) as [
    AccountBook,
    AccountBook,
  ];
  const taken: StepFact[] = [];
  let compared = 0;
  for (let offset = 0; offset <= lastDay; offset++) {
    const today = addDays(START, offset);
    const day = isoDay(today);
    const [found, known] = [late.on(today), timely.on(today)];
    const decision = on(day, { ...found, steps: taken });
    if (late.knowsAllOn(today)) {
      compared++;
      expect([day, judged(found)]).toEqual([day, judged(known)]);
      expect([day, daysOf(facts(found), today)]).toEqual([day, daysOf(facts(known), today)]);
      expect([day, said(decision)]).toEqual([day, said(on(day, { ...known, steps: taken }))]);
    }
    const { take } = decision;
    if (take)
      taken.push(
        step(take.stage, take.carryingInvoiceId, day, {
          ...{ occurrence: take.occurrence, stageDay: take.stageDay, invoiceIds: take.listedInvoiceIds },
        }),
      );
  }
  return compared;
}

/** Throws where an invoice has more effective days on that day of the account with one more hold, or with that hold so much longer. */
export function holdAddsNoDays(
  account: Account,
  { day, from, length, longer }: { day: number; from: number; length: number; longer: number },
): void {
  const today = addDays(START, day);
  const book = bookOf(account, false);
  let before = facts();
  for (let each = START; each <= today; each = addDays(each, 1)) before = facts(book.on(each));
  const withHold = (days: number) => {
    const added = hold(isoDay(addDays(START, from)), isoDay(addDays(START, from + days)));
    return daysOf({ ...before, holds: [...before.holds, added] }, today);
  };
  const [none, shorter] = [daysOf(before, today), withHold(length)];
  for (const [id, days] of withHold(length + longer)) {
    expect(days).toBeLessThanOrEqual(shorter.get(id) ?? Number.NEGATIVE_INFINITY);
    expect(shorter.get(id)).toBeLessThanOrEqual(none.get(id) ?? Number.NEGATIVE_INFINITY);
  }
}

function bookOf(account: Account, timely: boolean): AccountBook {
  return new AccountBook(account, { calendar: weekdays, timely });
}
