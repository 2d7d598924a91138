import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockStops } from '../../src/core/clockStops.ts';
import { addDays, isoDay } from '../../src/core/day.ts';
import type { Decision } from '../../src/core/decision.ts';
import { effectiveDays } from '../../src/core/effectiveDays.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { AccountBook, START } from './accountBook.ts';
import { type Arrival, arrivals, type Happening, happeningsOf, isAgreement, isMoney } from './happenings.ts';
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
 * the day, and stays done: then agreements, money and invoices are known in time.
 */
const anything: fc.Arbitrary<Account> = fc
  .record({ invoices: arrivals(size), happenings: happeningsOf(size) })
  .map(({ invoices, happenings }) => {
    if (happenings.filter(isAgreement).length < 2) return { invoices, happenings };
    return {
      invoices: invoices.map((arrival) => ({ ...arrival, late: 0 })),
      happenings: happenings.map((each) =>
        isAgreement(each) || isMoney(each) ? { ...each, late: 0 } : each,
      ),
    };
  });

/** One agreement, and money that comes for it, too little, too late in the books, or taken back. */
const paying: fc.Arbitrary<Account> = fc
  .record({
    invoices: arrivals({ days: 100, invoices: 2 }),
    agreed: happeningsOf({ ...within, happenings: 1, among: ['promises', 'agrees_plan', 'agrees_plan'] }),
    money: happeningsOf({
      ...within,
      happenings: 6,
      among: ['pays', 'pays_part', 'pays_part', 'is_returned'],
    }),
  })
  .filter(({ agreed }) => agreed.length > 0)
  .map(({ invoices, agreed, money }) => ({ invoices, happenings: [...agreed, ...money] }));

const accounts = fc.oneof(anything, paying);

const bookOf = (account: Account, timely: boolean) =>
  new AccountBook(account, { calendar: weekdays, timely });

/** What a decision says beside its sentences. */
const said = ({ carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen }: Decision) => {
  return { carrying, take, tasks, waiting, stuck, withdraw, caseShouldBeOpen };
};

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
