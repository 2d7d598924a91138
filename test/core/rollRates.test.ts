import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBuckets } from '../../src/core/ageing.ts';
import { addDays, type Day, dayOf } from '../../src/core/day.ts';
import { rightPartyRate } from '../../src/core/rightPartyRate.ts';
import { type RolledItems, rollRates } from '../../src/core/rollRates.ts';

const TODAY = dayOf('2026-11-22');
const THEN = addDays(TODAY, -30);

/** An item that was so many days late 30 days ago. */
function late(days: number, openThen: bigint, openStill: bigint, dueNow?: Day): RolledItems {
  const dueThen = addDays(THEN, -days);
  return { dueThen, openThen, dueNow: dueNow ?? dueThen, openStill };
}

const percents = (items: RolledItems[]) => rollRates(items, TODAY).map(({ percent }) => percent);

test('of what was not late, a quarter is; of what was a month late, half went on to the next month', () => {
  const items = [late(-10, 100_000n, 25_000n), late(5, 30_000n, 30_000n), late(30, 30_000n, 0n)];
  expect(rollRates(items, TODAY)).toEqual([
    { from: 'current', to: 'd1_30', percent: 25 },
    { from: 'd1_30', to: 'd31_60', percent: 50 },
    { from: 'd31_60', to: 'd61_90', percent: undefined },
    { from: 'd61_90', to: 'over_90', percent: undefined },
  ]);
});

test('what is not due yet after 30 days has not rolled, nor what was put off', () => {
  expect(percents([late(-31, 40_000n, 40_000n), late(0, 10_000n, 10_000n)])[0]).toBe(20);
  expect(percents([late(40, 10_000n, 10_000n, addDays(TODAY, 5))])[2]).toBe(0);
});

test('an item that was moved to an earlier due date rolls over more than one age', () => {
  expect(percents([late(-20, 10_000n, 10_000n, addDays(TODAY, -70))])[0]).toBe(100);
});

test('what is over 90 days late rolls nowhere', () => {
  expect(percents([late(91, 10_000n, 10_000n)])).toEqual(Array(4).fill(undefined));
});

const items = fc.array(
  fc
    .tuple(
      fc.integer({ min: -120, max: 200 }),
      fc.bigInt(1n, 10n ** 9n),
      fc.bigInt(0n, 10n ** 9n),
      fc.integer({ min: -120, max: 200 }),
    )
    .map(([days, then, still, now]) => late(days, then, still < then ? still : then, addDays(TODAY, -now))),
  { maxLength: 12 },
);

test('a roll rate is a share of what was there, is absent where nothing was, and payment only lowers it', () => {
  fc.assert(
    fc.property(items, (open) => {
      const rates = rollRates(open, TODAY);
      expect(rates.map(({ from }) => from)).toEqual(ageBuckets.slice(0, -1));
      const paid = rollRates(
        open.map((item) => ({ ...item, openStill: item.openStill / 2n })),
        TODAY,
      );
      for (const [index, { percent }] of rates.entries()) {
        const later = paid[index]?.percent;
        expect(later === undefined).toBe(percent === undefined);
        if (percent === undefined || later === undefined) continue;
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(later).toBeLessThanOrEqual(percent);
      }
    }),
  );
});

test('where no due date moved and nothing was paid, all that was late has rolled', () => {
  fc.assert(
    fc.property(items, (open) => {
      const rested = open.map((item) => ({ ...item, dueNow: item.dueThen, openStill: item.openThen }));
      for (const percent of percents(rested).slice(1)) expect(percent ?? 100).toBe(100);
    }),
  );
});

test('two calls of three that reached the right person are 66.7 %; without a call there is no rate', () => {
  expect(rightPartyRate(2, 3)).toBe(66.7);
  expect(rightPartyRate(0, 3)).toBe(0);
  expect(rightPartyRate(0, 0)).toBeUndefined();
});
