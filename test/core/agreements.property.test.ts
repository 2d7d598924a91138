import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockStops } from '../../src/core/clockStops.ts';
import { addDays, isoDay } from '../../src/core/day.ts';
import type { Decision } from '../../src/core/decision.ts';
import { effectiveDays } from '../../src/core/effectiveDays.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { AccountBook, type Booked, START } from './accountBook.ts';
import {
  type Arrival,
  arrivals,
  awaitsManager,
  type Happening,
  happeningsOf,
  isAgreement,
  isJudgedBy,
  isUnconfirmed,
} from './happenings.ts';
import { facts, hold, on, step, weekdays } from './ladder.ts';

const size = { days: 90, invoices: 4, happenings: 8 };
const within = { days: 9, invoices: 2 };
const LAST = 130;

interface Account {
  readonly invoices: readonly Arrival[];
  readonly happenings: readonly Happening[];
}

/**
 * What becomes known late is known late; but where one agreement takes the place of another, that was done by what was known on
 * the day, and stays done; and what nobody confirmed, or no manager agreed to, ends with its day, and stays ended: then agreements, invoices and what
 * promises are judged by are known in time.
 */
const asLateAsItMayBe = ({ invoices, happenings }: Account): Account => {
  const endsWithItsDay = (one: Happening) => isUnconfirmed(one) || awaitsManager(one);
  if (happenings.filter(isAgreement).length < 2 && !happenings.some(endsWithItsDay))
    return { invoices, happenings };
  return {
    invoices: invoices.map((arrival) => ({ ...arrival, late: 0 })),
    happenings: happenings.map((each) =>
      isAgreement(each) || isJudgedBy(each) ? { ...each, late: 0 } : each,
    ),
  };
};

const anything: fc.Arbitrary<Account> = fc
  .record({ invoices: arrivals(size), happenings: happeningsOf(size) })
  .map(asLateAsItMayBe);

/** One agreement, and money that comes for it, too little, too late in the books, or taken back, while some of it is contested or rests. */
const paying: fc.Arbitrary<Account> = fc
  .record({
    invoices: arrivals({ days: 100, invoices: 2 }),
    agreed: happeningsOf({ ...within, happenings: 1, among: ['promises', 'agrees_plan', 'agrees_plan'] }),
    money: happeningsOf({
      ...within,
      happenings: 6,
      among: ['pays', 'pays_part', 'pays_part', 'is_returned'],
    }),
    rests: happeningsOf({
      ...{ days: 30, invoices: 2, happenings: 3 },
      among: ['disputes', 'disputes_part', 'is_on_hold', 'is_on_hold', 'seen_at_bank', 'goes_missing'],
    }),
  })
  .filter(({ agreed }) => agreed.length > 0)
  .map(({ invoices, agreed, money, rests }) =>
    asLateAsItMayBe({ invoices, happenings: [...agreed, ...money, ...rests] }),
  );

const accounts = fc.oneof(anything, paying);

const bookOf = (account: Account, timely: boolean) =>
  new AccountBook(account, { calendar: weekdays, timely });

/** What a decision says beside its sentences. */
const said = ({ carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen }: Decision) => {
  return { carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen };
};

/** What was made of each promise. */
const judged = ({ promises }: Booked) => promises.map(({ id, state }) => [id, state]);

it('what becomes known late counts, from that day on, as if it had been known in time; steps taken meanwhile stay taken', () => {
  let compared = 0;
  fc.assert(
    fc.property(accounts, (account) => {
      const [late, timely] = [bookOf(account, false), bookOf(account, true)];
      const taken: StepFact[] = [];
      for (let offset = 0; offset <= LAST; offset++) {
        const today = addDays(START, offset);
        const day = isoDay(today);
        const [found, known] = [late.on(today), timely.on(today)];
        const decision = on(day, { ...found, steps: taken });
        if (late.knowsAllOn(today)) {
          compared++;
          expect([day, decision.carrying]).toEqual([day, on(day, known).carrying]);
          expect([day, judged(found)]).toEqual([day, judged(known)]);
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
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

it('a longer hold, or one more, never gives an invoice more effective days', () => {
  const more = fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 90 }) });
  fc.assert(
    fc.property(
      accounts,
      more,
      fc.nat({ max: 40 }),
      fc.integer({ min: 0, max: 150 }),
      (account, added, longer, offset) => {
        const today = addDays(START, offset);
        const book = bookOf(account, false);
        let before = facts();
        for (let day = START; day <= today; day = addDays(day, 1)) before = facts(book.on(day));
        const withHold = (days: number) => ({
          ...before,
          holds: [
            ...before.holds,
            hold(isoDay(addDays(START, added.from)), isoDay(addDays(START, added.from + days))),
          ],
        });
        const daysOf = (story: DebtorFacts) =>
          before.invoices.map(({ id, dueOn }) =>
            effectiveDays(dueOn, today, clockStops(story, today).of(id)),
          );
        const none = daysOf(before);
        const shorter = daysOf(withHold(added.length));
        for (const [index, days] of daysOf(withHold(added.length + longer)).entries()) {
          expect(days).toBeLessThanOrEqual(shorter[index] ?? 0);
          expect(shorter[index]).toBeLessThanOrEqual(none[index] ?? 0);
        }
      },
    ),
    { numRuns: 150 },
  );
});
