import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { accountsOf } from '../../core/accounts.ts';
import { always } from '../../core/always.ts';
import { live, storiesOf } from '../../core/history.ts';
import { holdAddsNoDays, lateCountsAsTimely } from '../../core/lateArrival.ts';

test('three thousand debtors over three years: what always holds', () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(storiesOf({ days: 1_095, invoices: 30, happenings: 60 }), (story) => {
      const days = [...live(story)];
      always(days);
      for (const { decision } of days) if (decision.take) taken.add(decision.take.stage);
    }),
    { numRuns: 3_000 },
  );
  expect(businessPolicy.rungs.map(({ key }) => key).filter((key) => !taken.has(key))).toEqual([]);
});

const accounts = accountsOf({ days: 730, invoices: 12, happenings: 30 });

test('a thousand debtors over two years: what becomes known late counts as if it had been known in time', () => {
  let compared = 0;
  fc.assert(
    fc.property(accounts, (account) => {
      compared += lateCountsAsTimely(account, 800);
    }),
    { numRuns: 1_000 },
  );
  expect(compared).toBeGreaterThan(100_000);
});

test('a thousand debtors over two years: a longer hold never gives an invoice more effective days', () => {
  const added = fc.record({
    day: fc.integer({ min: 0, max: 800 }),
    from: fc.integer({ min: 0, max: 730 }),
    length: fc.integer({ min: 0, max: 90 }),
    longer: fc.nat({ max: 90 }),
  });
  fc.assert(fc.property(accounts, added, holdAddsNoDays), { numRuns: 1_000 });
});
