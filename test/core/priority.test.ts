import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PriorityFacts, priority } from '../../src/core/priority.ts';

const about = (euros: number, daysPastDue: number, brokenPromises = 0): PriorityFacts => ({
  pastDue: [{ currency: 'EUR', amount: BigInt(euros * 100) }],
  daysPastDue,
  brokenPromises,
});
const score = (facts: PriorityFacts) => priority(facts, 'en-GB').score;

/** what is asked first, from the top */
const inOrder = (named: Readonly<Record<string, PriorityFacts>>) =>
  Object.entries(named)
    .sort(([, a], [, b]) => score(b) - score(a))
    .map(([name]) => name);

describe('broken promises and large, old debts first', () => {
  it('a morning’s accounts, in the order in which they are asked about', () => {
    expect(
      inOrder({
        'not due yet': about(9_000, -3),
        'large, a week late': about(9_000, 7),
        'large, and long overdue': about(9_000, 300),
        'large, two months late': about(9_000, 60),
        'large, two promises broken': about(9_000, 60, 2),
        'small, long overdue': about(500, 300),
        'small, one promise broken': about(500, 300, 1),
      }),
    ).toEqual([
      'large, two promises broken',
      'large, and long overdue',
      'large, two months late',
      'large, a week late',
      'not due yet',
      'small, one promise broken',
      'small, long overdue',
    ]);
  });

  const euros = fc.integer({ min: 1, max: 5_000_000 });
  const days = fc.integer({ min: -30, max: 990 });
  const broken = fc.integer({ min: 0, max: 6 });
  const more = fc.integer({ min: 1, max: 2_000 });

  it('of two that are alike otherwise the one with more money, whatever their age', () => {
    fc.assert(
      fc.property(euros, days, broken, more, (money, late, promises, by) => {
        expect(score(about(money + by, late, promises))).toBeGreaterThan(score(about(money, late, promises)));
      }),
    );
  });

  it('of two that are alike otherwise the older one, after 90 days too', () => {
    fc.assert(
      fc.property(euros, days, broken, fc.integer({ min: 1, max: 10 }), (money, late, promises, by) => {
        const [older, younger] = [about(money, late + by, promises), about(money, late, promises)];
        if (late + by > 0) expect(score(older)).toBeGreaterThan(score(younger));
        else expect(score(older)).toBe(score(younger));
      }),
    );
  });

  it('of two that are alike otherwise the one with more broken promises, as far as four', () => {
    fc.assert(
      fc.property(euros, days, fc.integer({ min: 0, max: 3 }), (money, late, promises) => {
        expect(score(about(money, late, promises + 1))).toBeGreaterThan(score(about(money, late, promises)));
        expect(score(about(money, late, 5))).toBe(score(about(money, late, 4)));
      }),
    );
  });
});

it.each([
  [about(18_400, 63, 2), '€18,400.00, 63 days late, 2 broken promises'],
  [about(500, 1, 1), '€500.00, 1 day late, 1 broken promise'],
  [about(500, -2), '€500.00'],
  [{ ...about(500, 70), onCreditHold: true }, '€500.00, 70 days late, on credit hold'],
  [
    { ...about(500, 70), pastDue: [...about(500, 70).pastDue, { currency: 'JPY', amount: 9_000n }] },
    '€500.00, JP¥9,000, 70 days late',
  ],
])('the reason is always said in words', (facts, reason) => {
  expect(priority(facts, 'en-GB').reason).toBe(reason);
});

it('currencies are ranked by their major units: yen have no minor ones', () => {
  const yen = { pastDue: [{ currency: 'JPY', amount: 500n }], daysPastDue: 40, brokenPromises: 0 };
  expect(score(yen)).toBe(score(about(500, 40)));
});
