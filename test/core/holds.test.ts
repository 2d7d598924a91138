import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barriers } from '../../src/core/barriers.ts';
import { confirmedWaits, type MoneyCame, type SaidPaid, shortOfSaid } from '../../src/core/confirmedWaits.ts';
import { dayOf } from '../../src/core/day.ts';
import type { HoldFact } from '../../src/core/facts.ts';
import { holdAgreement } from '../../src/core/holdAgreement.ts';
import { holdProblem } from '../../src/core/holdProblem.ts';
import { parsePause } from '../../src/core/parsePause.ts';
import { facts, hold, invoice, on, weekdays } from './ladder.ts';

/** Monday 23 November 2026. */
const today = dayOf('2026-11-23');

describe('the days of a hold', () => {
  const table: [string, string, string, 'from' | 'until' | undefined][] = [
    ['today alone', '2026-11-23', '2026-11-23', undefined],
    ['ninety days', '2026-11-23', '2027-02-20', undefined],
    ['ninety-one days', '2026-11-23', '2027-02-21', 'until'],
    ['it began in the past', '2026-11-01', '2026-11-30', undefined],
    ['it is over already', '2026-11-01', '2026-11-22', 'until'],
    ['it ends before it begins', '2026-11-30', '2026-11-27', 'from'],
    ['it began too long ago', '2026-08-01', '2026-11-23', 'from'],
  ];
  it.each(table)('%s', (_what, from, until, problem) => {
    const days = { fromOn: dayOf(from), untilOn: dayOf(until) };
    expect(holdProblem(days, today, 'en-GB')?.at).toBe(problem);
  });
});

describe('when a manager agrees to a hold', () => {
  const asked = (from: string, until: string, earlier: readonly HoldFact[] = [], invoiceId?: string) =>
    holdAgreement({ fromOn: dayOf(from), untilOn: dayOf(until), invoiceId }, earlier, {
      calendar: weekdays,
      locale: 'en-GB',
    }).length;
  const ended = (until: string, known: Partial<HoldFact> = {}) => [hold('2026-11-09', until, known)];
  const table: [string, number, number][] = [
    ['fourteen days: nobody', asked('2026-11-23', '2026-12-06'), 0],
    ['fifteen days: a manager', asked('2026-11-23', '2026-12-07'), 1],
    ['on the business day after another', asked('2026-11-23', '2026-11-27', ended('2026-11-20')), 1],
    ['with a business day between', asked('2026-11-23', '2026-11-27', ended('2026-11-19')), 0],
    ['overlapping another', asked('2026-11-23', '2026-11-27', ended('2026-11-25')), 1],
    ['long and in a row: both reasons', asked('2026-11-23', '2026-12-20', ended('2026-11-25')), 2],
    [
      'the earlier one was ended in time',
      asked('2026-11-23', '2026-11-27', ended('2026-11-30', { endedOn: dayOf('2026-11-20') })),
      0,
    ],
    [
      'the earlier one was taken back',
      asked('2026-11-23', '2026-11-27', ended('2026-11-25', { endedOn: dayOf('2026-11-09') })),
      0,
    ],
    [
      'the earlier one was never agreed to',
      asked('2026-11-23', '2026-11-27', ended('2026-11-25', { awaitsAgreement: true })),
      0,
    ],
    [
      'a wait for a payment is no hold',
      asked('2026-11-23', '2026-11-27', ended('2026-11-20', { kind: 'already_paid' })),
      0,
    ],
    [
      'the earlier one was of another invoice',
      asked('2026-11-23', '2026-11-27', ended('2026-11-20', { invoiceId: '1' }), '2'),
      0,
    ],
    [
      'the earlier one was of an invoice of this account',
      asked('2026-11-23', '2026-11-27', ended('2026-11-20', { invoiceId: '1' })),
      1,
    ],
    ['a back-dated one that reaches to another', asked('2026-11-02', '2026-11-23', ended('2026-11-25')), 2],
  ];
  it.each(table)('%s', (_what, reasons, expected) => {
    expect(reasons).toBe(expected);
  });
});

it('a hold that waits for a manager stops nothing and keeps nothing back', () => {
  const waiting = hold('2026-11-20', '2026-12-31', { awaitsAgreement: true });
  const known = facts({ invoices: [invoice('1', '2026-10-15')], holds: [waiting] });
  expect(barriers(known, today).of('1')).toBeUndefined();
  const decision = on('2026-11-23', known);
  expect(decision.carrying?.effectiveDays).toBe(39);
  expect(decision.reasons.map(({ rule }) => rule)).toContain('hold_agreement');
});

it('back-dated, a hold gives back the days that it covers from the day it is known', () => {
  const late = { invoices: [invoice('1', '2026-10-15')], holds: [hold('2026-11-01', '2026-11-20')] };
  expect(on('2026-11-23', late).carrying?.effectiveDays).toBe(19);
});

it('words after the account of a pause', () => {
  const read = (words: string) => parsePause(words, today, 'en-GB');
  expect(read('until 15 dec stocktaking')).toEqual({ until: dayOf('2026-12-15'), reason: 'stocktaking' });
  expect(read('from 1 nov until friday, moving house')).toEqual({
    from: dayOf('2026-11-01'),
    until: dayOf('2026-11-27'),
    reason: 'moving house',
  });
  // ahead where both days are, and not a year ago
  const december = { from: dayOf('2026-12-01'), until: dayOf('2026-12-10') };
  expect(read('from 1 dec to 10 dec')).toEqual({ ...december, reason: '' });
  expect(read('1 dec to 10 dec stocktaking')).toEqual({ ...december, reason: 'stocktaking' });
  expect(read('from 1-10 dec, stocktaking')).toEqual({ ...december, reason: 'stocktaking' });
  expect(read('1.12. - 10.12. stocktaking')).toEqual({ ...december, reason: 'stocktaking' });
  expect(read('from 20 dec until 5 jan')).toMatchObject({
    from: dayOf('2026-12-20'),
    until: dayOf('2027-01-05'),
  });
  // a slip of the pen is shown as it was written, for the form to refuse
  expect(read('from 30 nov until 27 nov')).toMatchObject({
    from: dayOf('2026-11-30'),
    until: dayOf('2026-11-27'),
  });
  expect(read('waiting for the new order number')).toEqual({ reason: 'waiting for the new order number' });
  expect(read('')).toEqual({ reason: '' });
});

describe('money that is waited for', () => {
  const came = (amount: bigint, unapplied = 0n, currency = 'GBP') => ({
    ...{ currency, amount, unapplied, takenBack: false },
  });
  const gbp = (amount: bigint) => [came(amount)];
  const asked = { id: '1', since: new Date('2026-11-23T10:00:00Z'), confirmed: false, said: [] };
  const limits = { smallBalance: { GBP: 2_500, EUR: 500 } };
  const isConfirmed = (
    wait: { amount: bigint | null; currency: string | null },
    money: readonly MoneyCame[],
    said: readonly SaidPaid[] = [],
  ) => confirmedWaits([{ ...asked, ...wait, came: money, said }], limits).has('1');
  it('seen at the bank is confirmed by as much', () => {
    expect(isConfirmed({ amount: 100n, currency: 'GBP' }, gbp(99n))).toBe(false);
    expect(isConfirmed({ amount: 100n, currency: 'GBP' }, gbp(100n))).toBe(true);
    expect(isConfirmed({ amount: 100n, currency: 'EUR' }, gbp(100n))).toBe(false);
  });
  describe('of two that were seen each needs its own money', () => {
    /** seen on two days; what came since the first, and since the second of it */
    const table: [string, [bigint, bigint, string?], bigint, bigint, string, boolean?][] = [
      ['the older comes', [500n, 444n], 500n, 500n, '1'],
      ['the younger comes alone', [500n, 444n], 444n, 444n, '2'],
      ['both come', [500n, 444n], 944n, 944n, '12'],
      ['the older had come before the younger was seen', [500n, 444n], 500n, 0n, '1'],
      ['and then the younger', [500n, 444n], 944n, 444n, '12'],
      ['the younger was confirmed and stays so', [400n, 444n], 444n, 444n, '2', true],
      ['in two currencies', [500n, 444n, 'EUR'], 500n, 500n, '1'],
    ];
    it.each(table)('%s', (_what, [first, second, other = 'GBP'], since1, since2, expected, confirmed) => {
      const later = { since: new Date('2026-11-24T10:00:00Z'), confirmed: confirmed ?? false };
      const waits = [
        { ...asked, amount: first, currency: 'GBP', came: gbp(since1) },
        { ...asked, id: '2', ...later, amount: second, currency: other, came: gbp(since2) },
      ];
      expect([...confirmedWaits(waits, limits)].sort().join('')).toBe(expected);
    });
    it('what is confirmed is never more than what came, and stays confirmed while more comes', () => {
      const cents = fc.bigInt({ min: 1n, max: 20n });
      fc.assert(
        fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), fc.array(cents), (amounts, payments) => {
          let confirmed: ReadonlySet<string> = new Set();
          let total = 0n;
          for (const payment of payments) {
            total += payment;
            const waits = amounts.map((amount, n) => ({
              ...{ ...asked, id: `${n}`, amount, currency: 'GBP', came: gbp(total) },
              confirmed: confirmed.has(`${n}`),
            }));
            const now = confirmedWaits(waits, limits);
            for (const id of confirmed) expect(now.has(id)).toBe(true);
            confirmed = now;
            const covered = amounts.filter((_, n) => now.has(`${n}`)).reduce((sum, a) => sum + a, 0n);
            expect(covered <= total).toBe(true);
          }
        }),
      );
    });
  });
  const unknown = { amount: null, currency: null };
  it('said to be paid while nothing was overdue is confirmed by any that came and stayed', () => {
    expect(isConfirmed(unknown, gbp(1n))).toBe(true);
    expect(isConfirmed(unknown, gbp(-1n))).toBe(false);
    expect(isConfirmed(unknown, [])).toBe(false);
  });
  it('said to be paid is confirmed once it is settled, or what came for it covers what is asked for but for a small balance, by no other money', () => {
    const cents = fc.bigInt({ min: 1n, max: 1_000_000n });
    const owed = fc.uniqueArray(
      fc.record({
        currency: fc.constantFrom('GBP', 'EUR', 'USD'),
        asked: cents,
        notAsked: cents,
        short: fc.oneof(cents, fc.bigInt({ min: 1n, max: 3_000n })),
      }),
      { selector: ({ currency }) => currency, minLength: 1 },
    );
    fc.assert(
      fc.property(owed, fc.nat(), (debts, which) => {
        const said = debts.map(({ currency, asked, notAsked }) => {
          const left = asked + notAsked;
          return { currency, overdue: left, left, notAsked };
        });
        expect(
          isConfirmed(
            unknown,
            [],
            said.map((one) => ({ ...one, left: 0n })),
          ),
        ).toBe(true);
        const enough = debts.map(({ currency, asked }) => came(asked, asked, currency));
        expect(isConfirmed(unknown, enough, said)).toBe(true);
        expect(isConfirmed(unknown, [], said)).toBe(false);
        const at = which % debts.length;
        const { short, currency, asked } = debts[at] ?? { short: 1n, currency: 'USD', asked: 0n };
        const kept = short < asked - short && short < ({ GBP: 2_500n, EUR: 500n, USD: 0n }[currency] ?? 0n);
        const lacking = enough.map((money, n) =>
          n === at ? { ...money, unapplied: money.unapplied - short } : money,
        );
        expect(isConfirmed(unknown, lacking, said)).toBe(kept);
        // what was put to other invoices, however much, says nothing of these
        const elsewhere = said.map(({ currency }) => came(10n ** 9n, 0n, currency));
        expect(isConfirmed(unknown, elsewhere, said)).toBe(false);
      }),
    );
  });
  it('of what was said and did not come all is told, by currency', () => {
    const said = [
      { currency: 'GBP', overdue: 84_050n, left: 1_500n, notAsked: 300n },
      { currency: 'EUR', overdue: 10_000n, left: 500n, notAsked: 0n },
    ];
    const short = [
      { currency: 'GBP', amount: 1_200n },
      { currency: 'EUR', amount: 400n },
    ];
    expect(shortOfSaid({ said, came: [came(9_600n, 100n, 'EUR')] })).toEqual(short);
    expect(shortOfSaid({ said, came: [came(9_600n, 500n, 'EUR')] })).toEqual(short.slice(0, 1));
  });
});
