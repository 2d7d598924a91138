import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ageBucket, ageing } from '../../src/core/ageing.ts';
import { addDays, type Day, dayOf } from '../../src/core/day.ts';

const today = dayOf('2026-11-23');

it('an invoice ages by calendar days, and is late from the day after it was due', () => {
  const bucket = (late: number) => ageBucket(addDays(today, -late), today);
  expect([-5, 0, 1, 30, 31, 60, 61, 90, 91, 4000].map(bucket)).toEqual([
    'current',
    'current',
    'd1_30',
    'd1_30',
    'd31_60',
    'd31_60',
    'd61_90',
    'd61_90',
    'over_90',
    'over_90',
  ]);
});

it('a credit note lowers the bucket of its own age', () => {
  const rows = ageing(
    [
      { currency: 'EUR', dueOn: addDays(today, -10), outstanding: 10_000n },
      { currency: 'EUR', dueOn: addDays(today, -12), outstanding: -2_500n },
      { currency: 'USD', dueOn: addDays(today, 3), outstanding: 100n },
    ],
    today,
  );
  expect(rows.map((row) => [row.currency, row.buckets.d1_30, row.buckets.current, row.total])).toEqual([
    ['EUR', 7_500n, 0n, 7_500n],
    ['USD', 0n, 100n, 100n],
  ]);
});

it('the total is the ledger, to the cent and currency by currency', () => {
  const item = fc.record({
    currency: fc.constantFrom('EUR', 'USD', 'GBP'),
    dueOn: fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days) as Day),
    outstanding: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      for (const row of ageing(items, today)) {
        const ledger = items
          .filter((i) => i.currency === row.currency)
          .reduce((sum, i) => sum + i.outstanding, 0n);
        expect(row.total).toBe(ledger);
      }
    }),
  );
});
