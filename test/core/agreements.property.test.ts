import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockStops } from '../../src/core/clockStops.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { effectiveDays } from '../../src/core/effectiveDays.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { dispute, facts, hold, invoice, on, promise, step } from './ladder.ts';

const START = dayOf('2026-01-05');
const numbers = ['1041', '1042', '1043'];

/** Something agreed or contested on a day of the story, and how many days later it became known. */
const agreement = fc.record({
  what: fc.constantFrom('hold', 'promise', 'dispute'),
  which: fc.nat({ max: 3 }),
  day: fc.integer({ min: 0, max: 60 }),
  length: fc.integer({ min: 0, max: 30 }),
  good: fc.boolean(),
  late: fc.integer({ min: 0, max: 25 }),
});
type Agreement = typeof agreement extends fc.Arbitrary<infer T> ? T : never;

const invoices = numbers.map((number, index) => invoice(number, isoDay(addDays(START, index * 9 - 20))));

/** What is on record of these on a day when each became known `late` days after it happened, or at once. */
function known(agreements: readonly Agreement[], today: Day, { late }: { late: boolean }): DebtorFacts {
  const of = (what: string) =>
    agreements.flatMap((each, index) => {
      const from = addDays(START, each.day);
      const knownOn = late ? addDays(from, each.late) : from;
      return each.what === what && knownOn <= today ? [{ ...each, from, knownOn, index }] : [];
    });
  return facts({
    invoices,
    holds: of('hold').map(({ from, length, which }) =>
      hold(isoDay(from), isoDay(addDays(from, length)), { invoiceId: numbers[which] }),
    ),
    promises: of('promise').map(({ from, length, which, good, knownOn, index }) => {
      const made = promise(numbers[which] ?? '1041', isoDay(from), isoDay(addDays(from, length)));
      // judged on its day, or when it becomes known after that
      const endedOn = Math.max(made.judgeOn, knownOn) as Day;
      const judged = { state: good ? 'kept' : 'broken', endedOn } as const;
      return { ...made, id: `promise ${index}`, ...(endedOn <= today && judged) };
    }),
    disputes: of('dispute').map(({ from, length, which, good, knownOn }) => {
      const endedOn = Math.max(addDays(from, length), knownOn) as Day;
      const ended = { endedOn: addDays(from, length), outcome: good ? 'for_us' : 'for_customer' } as const;
      return dispute(numbers[which] ?? '1041', isoDay(from), endedOn <= today ? ended : {});
    }),
  });
}

it('what becomes known late counts, from that day on, as if it had been known in time; steps taken meanwhile change nothing of it', () => {
  fc.assert(
    fc.property(fc.array(agreement, { minLength: 1, maxLength: 6 }), (agreements) => {
      const lastKnown = Math.max(...agreements.map(({ day, late, length }) => day + late + length + 4));
      const taken: StepFact[] = [];
      for (let offset = 0; offset <= lastKnown; offset += 3) {
        const day = isoDay(addDays(START, offset));
        const { take } = on(day, {
          ...known(agreements, dayOf(day), { late: true }),
          steps: taken,
        });
        if (take) taken.push(step(take.stage, take.carryingInvoiceId, day, { occurrence: take.occurrence }));
      }
      for (const after of [0, 1, 9, 40]) {
        const today = addDays(START, lastKnown + after);
        const day = isoDay(today);
        const late = on(day, { ...known(agreements, today, { late: true }), steps: taken });
        const timely = on(day, known(agreements, today, { late: false }));
        expect(late.carrying).toEqual(timely.carrying);
      }
    }),
    { numRuns: 40 },
  );
});

it('a longer hold, or one more, never gives an invoice more effective days', () => {
  const more = fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 90 }) });
  fc.assert(
    fc.property(
      fc.array(agreement, { maxLength: 6 }),
      more,
      fc.nat({ max: 40 }),
      fc.integer({ min: 0, max: 150 }),
      (agreements, { from, length }, longer, offset) => {
        const today = addDays(START, offset);
        const before = known(agreements, today, { late: false });
        const added = (days: number) => ({
          ...before,
          holds: [...before.holds, hold(isoDay(addDays(START, from)), isoDay(addDays(START, from + days)))],
        });
        const daysOf = (story: DebtorFacts) =>
          invoices.map(({ id, dueOn }) => effectiveDays(dueOn, today, clockStops(story, today).of(id)));
        const none = daysOf(before);
        const shorter = daysOf(added(length));
        const most = daysOf(added(length + longer));
        for (const [index, days] of most.entries()) {
          expect(days).toBeLessThanOrEqual(shorter[index] ?? 0);
          expect(shorter[index]).toBeLessThanOrEqual(none[index] ?? 0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
