import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountsOf } from './accounts.ts';
import { holdAddsNoDays, lateCountsAsTimely } from './lateArrival.ts';

const accounts = accountsOf({ days: 90, invoices: 4, happenings: 8 });

// `npm run test:replay` does both over years
it('what becomes known late counts, from that day on, as if it had been known in time; steps taken meanwhile stay taken', () => {
  let compared = 0;
  fc.assert(
    fc.property(accounts, (account) => {
      compared += lateCountsAsTimely(account, 130);
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

it('a longer hold, or one more, never gives an invoice more effective days', () => {
  const added = fc.record({
    day: fc.integer({ min: 0, max: 150 }),
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 90 }),
    longer: fc.nat({ max: 40 }),
  });
  fc.assert(fc.property(accounts, added, holdAddsNoDays), { numRuns: 150 });
});
