import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, isoDay } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import { always, noStepTwice, ofEveryStep, ofEveryTask } from './always.ts';
import { live, type Story, stories, storiesOf } from './history.ts';

describe('whatever happens to a debtor', () => {
  test('no step is ever taken twice', () => {
    fc.assert(
      fc.property(stories, (story) => noStepTwice(live(story))),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(ofEveryStep))('%s', (_, check) => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const lived of live(story)) {
          const { take } = lived.decision;
          if (take) check({ ...lived, take });
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(ofEveryTask))('%s', (_, check) => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const lived of live(story)) for (const task of lived.decision.tasks) check(lived, task);
      }),
      { numRuns: 60 },
    );
  });

  // `npm run test:replay` lives through thousands
  test('and all of it through years, with many invoices, whatever becomes known late', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(storiesOf({ days: 730, invoices: 20, happenings: 40 }), (story) => always(live(story))),
      { numRuns: 25 },
    );
  });

  test('nobody has to look before the next review', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 9 }), (story: Story, every) => {
        let nth = 0;
        for (const { input, decision } of live(story)) {
          if (nth++ % every !== 0 || decision.take || decision.tasks.length > 0) continue;
          const last = Math.min((decision.nextReviewOn ?? Infinity) - 1, input.today + 60) as Day;
          for (let day = addDays(input.today, 1); day <= last; day = addDays(day, 1)) {
            const fresh = input.paymentsFreshUntil === input.today ? { paymentsFreshUntil: day } : {};
            const then = decide({ ...input, today: day, ...fresh });
            expect([isoDay(day), then.take, then.tasks, then.caseShouldBeOpen, then.withdraw]).toEqual([
              isoDay(day),
              undefined,
              [],
              decision.caseShouldBeOpen,
              decision.withdraw,
            ]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
