import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseRateFor, shippedBaseRates } from '../../src/core/baseRates.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { halfYearAfter, halfYearOf } from '../../src/core/halfYear.ts';
import { type Interest, interestOn, type LateInvoice } from '../../src/core/interest.ts';
import { type InterestBasis, interestBasis } from '../../src/core/interestBasis.ts';
import { missingRates } from '../../src/core/missingRates.ts';
import { saysLateCharges } from '../../src/core/saysLateCharges.ts';
import { readSettings } from '../../src/core/settings.ts';
import { statuteFor } from '../../src/core/statutes.ts';

const statute = (law: string): InterestBasis => {
  const found = statuteFor([], law, dayOf('2024-01-01'));
  if (!found) throw new Error(`no statute of ${law}`);
  return { kind: 'statute', statute: found };
};
const invoice = (fields: Partial<LateInvoice> & { due?: string } = {}): LateInvoice => ({
  dueOn: dayOf(fields.due ?? '2024-03-31'),
  currency: 'GBP',
  amount: 100_000n,
  received: [],
  ...fields,
});
const worked = (late: LateInvoice, law: string, until: string): Interest => {
  const found = interestOn(late, { basis: statute(law), rates: shippedBaseRates, until: dayOf(until) });
  if ('missing' in found) throw new Error(`no rate of ${found.missing.base}`);
  return found;
};
const written = ({ lines }: Interest) =>
  lines.map(({ from, to, basisPoints, amount }) => [isoDay(from), isoDay(to), basisPoints, amount]);

describe('late-payment interest in the United Kingdom', () => {
  it('is 8 % over the base rate of the half-year in which it begins, and stays that', () => {
    // £1,000 at 5.25 % + 8 % for the 366 days from 1 April 2024 to 1 April 2025
    const found = worked(invoice(), 'GB', '2025-04-01');
    expect(written(found)).toEqual([['2024-04-01', '2025-04-01', 1325, 13_286n]]);
    expect(found).toMatchObject({ total: 13_286n, daily: 36n });
  });

  it('takes the rate of 31 December for what begins before July, and of 30 June after', () => {
    expect(written(worked(invoice({ due: '2024-12-30' }), 'GB', '2024-12-31'))[0]?.[2]).toBe(1325);
    expect(written(worked(invoice({ due: '2024-12-31' }), 'GB', '2025-01-01'))[0]?.[2]).toBe(1275);
    expect(written(worked(invoice({ due: '2025-06-30' }), 'GB', '2025-07-01'))[0]?.[2]).toBe(1225);
  });

  it.each([
    [99_999n, 4_000n],
    [100_000n, 7_000n],
    [999_999n, 7_000n],
    [1_000_000n, 10_000n],
  ])('adds once a fixed sum by the size of the debt: %s pence, %s', (amount, sum) => {
    expect(worked(invoice({ amount }), 'GB', '2024-04-01').fixedSum).toBe(sum);
    expect(worked(invoice({ amount }), 'GB', '2024-03-31').fixedSum).toBe(0n);
    expect(worked(invoice({ amount, currency: 'EUR' }), 'GB', '2024-04-01').fixedSum).toBe(0n);
  });

  it('is worked out for each stretch between payments; the day of a payment still counts', () => {
    const received = [{ on: dayOf('2024-04-10'), amount: 60_000n }];
    const found = worked(invoice({ received }), 'GB', '2024-04-30');
    expect(written(found)).toEqual([
      ['2024-04-01', '2024-04-10', 1325, 363n],
      ['2024-04-11', '2024-04-30', 1325, 290n],
    ]);
    expect(found).toMatchObject({ total: 653n, daily: 14n });
  });

  it('ends with the last payment, and goes on when the money is taken back', () => {
    const paid = { on: dayOf('2024-04-05'), amount: 100_000n };
    expect(worked(invoice({ received: [paid] }), 'GB', '2024-06-30')).toMatchObject({
      total: 181n,
      daily: 0n,
    });
    const back = { on: dayOf('2024-04-20'), amount: -100_000n };
    expect(written(worked(invoice({ received: [paid, back] }), 'GB', '2024-04-30'))).toEqual([
      ['2024-04-01', '2024-04-05', 1325, 181n],
      ['2024-04-21', '2024-04-30', 1325, 363n],
    ]);
  });

  it('is nothing at all where it was paid in time', () => {
    const received = [{ on: dayOf('2024-03-31'), amount: 100_000n }];
    expect(worked(invoice({ received }), 'GB', '2024-06-30')).toMatchObject({ lines: [], fixedSum: 0n });
  });
});

it('follows the base rate of each half-year in Germany, with 40 euros beside', () => {
  const late = invoice({ due: '2024-05-31', currency: 'EUR' });
  const found = worked(late, 'DE', '2025-01-10');
  expect(written(found)).toEqual([
    ['2024-06-01', '2024-06-30', 1262, 1_037n],
    ['2024-07-01', '2024-12-31', 1237, 6_235n],
    ['2025-01-01', '2025-01-10', 1127, 308n],
  ]);
  expect(found.fixedSum).toBe(4_000n);
});

it('is not worked out while the base rate is missing, and says which one', () => {
  const late = invoice({ due: '2031-01-15' });
  const found = interestOn(late, {
    basis: statute('GB'),
    rates: shippedBaseRates,
    until: dayOf('2031-02-01'),
  });
  expect(found).toEqual({ missing: { base: 'boe_bank_rate', from: dayOf('2031-01-01') } });
});

it.each([
  ['business', true, true],
  ['business', false, false],
  ['sole_trader', true, false],
  ['individual', true, false],
] as const)(
  'a %s whose creditor’s terms provide for late charges (%s) is reminded of it: %s',
  (kind, provided, said) => {
    const { interest } = readSettings({ interest: { lateCharges: provided } });
    expect(saysLateCharges(kind, interest)).toBe(said);
  },
);

describe('the base rates that are missing', () => {
  const missing = (
    begins: readonly string[],
    { interest = {}, rates = shippedBaseRates, until = '2031-08-01' } = {},
  ) =>
    missingRates(
      begins.map((day) => ({
        interest: readSettings({ interest }).interest,
        begins: dayOf(day),
        issuedOn: dayOf('2024-01-01'),
      })),
      { country: 'GB', statutes: [], rates, until: dayOf(until) },
    ).map(({ missing: { base, from } }) => `${base} ${isoDay(from)}`);

  it.each([
    [
      'of the half-year in which interest begins, where it stays',
      ['2031-02-01'],
      {},
      ['boe_bank_rate 2031-01-01'],
    ],
    [
      'once, the earliest first',
      ['2031-07-01', '2031-01-01', '2031-12-31'],
      {},
      ['boe_bank_rate 2031-01-01', 'boe_bank_rate 2031-07-01'],
    ],
    ['none where all are known', ['2024-02-01'], {}, []],
    [
      'of each half-year that follows, where it follows them',
      ['2031-02-01'],
      { interest: { law: 'DE' } },
      ['de_basiszinssatz 2031-01-01', 'de_basiszinssatz 2031-07-01'],
    ],
    ['none for a rate of the contract', ['2031-02-01'], { interest: { contractBasisPoints: 600 } }, []],
    ['none for a law without a statute', ['2031-02-01'], { interest: { law: 'none' } }, []],
  ] as const)('%s', (_, begins, terms, expected) => {
    expect(missing(begins, terms)).toEqual(expected);
  });

  it('are no more missing once they are entered', () => {
    const entered = { base: 'boe_bank_rate', from: dayOf('2031-01-01'), basisPoints: 400 } as const;
    expect(missing(['2031-02-01'], { rates: [...shippedBaseRates, entered] })).toEqual([]);
  });
});

describe('what it stands on', () => {
  const basis = (kind: 'business' | 'sole_trader' | 'individual', settings = {}, issued = '2024-02-01') =>
    interestBasis({
      debtorKind: kind,
      issuedOn: dayOf(issued),
      country: 'GB',
      interest: readSettings({ interest: settings }).interest,
      statutes: [],
    });

  it('is the contract where it names a rate, else the law', () => {
    expect(basis('business')).toMatchObject({ kind: 'statute', statute: { law: 'GB' } });
    expect(basis('business', { law: 'DE' })).toMatchObject({ kind: 'statute', statute: { law: 'DE' } });
    expect(basis('business', { contractBasisPoints: 600 })).toMatchObject({
      kind: 'contract',
      basisPoints: 600,
    });
  });

  it('is nothing for people, for a law without a row, and for what is older than the law', () => {
    expect(basis('individual')).toBeUndefined();
    expect(basis('sole_trader', { contractBasisPoints: 600 })).toBeUndefined();
    expect(basis('business', { law: 'US' })).toBeUndefined();
    expect(basis('business', { law: 'DE' }, '2014-07-28')).toBeUndefined();
  });
});

it('the shipped rates leave out no half-year, and what a workspace enters goes before them', () => {
  for (const base of ['boe_bank_rate', 'de_basiszinssatz'] as const) {
    const own = shippedBaseRates.filter((rate) => rate.base === base);
    own.slice(1).forEach(({ from }, index) => {
      expect(halfYearAfter(own[index]?.from ?? from)).toBe(from);
    });
  }
  const from = dayOf('2024-01-01');
  const corrected = [...shippedBaseRates, { base: 'boe_bank_rate', from, basisPoints: 500 } as const];
  expect(baseRateFor(corrected, 'boe_bank_rate', from)).toBe(500);
});

it('half-years begin on 1 January and 1 July', () => {
  expect(isoDay(halfYearOf(dayOf('2024-06-30')))).toBe('2024-01-01');
  expect(isoDay(halfYearOf(dayOf('2024-07-01')))).toBe('2024-07-01');
  expect(isoDay(halfYearAfter(dayOf('2024-12-31')))).toBe('2025-01-01');
});

it('lines lie end to end, lose less than a minor unit each, and never shrink as days go by', () => {
  const start = dayOf('2022-01-10');
  const receipts = fc.array(
    fc.record({ on: fc.integer({ min: 0, max: 700 }), amount: fc.bigInt({ min: -20_000n, max: 40_000n }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(receipts, fc.integer({ min: 1, max: 900 }), fc.constantFrom('GB', 'DE'), (got, days, law) => {
      const received = got.map(({ on, amount }) => ({ on: addDays(start, on), amount }));
      const late = invoice({ dueOn: start, received });
      const on = (until: Day) => worked(late, law, isoDay(until));
      const found = on(addDays(start, days));
      let exact = 0;
      for (const [index, { from, to, principal, basisPoints }] of found.lines.entries()) {
        const before = found.lines[index - 1];
        if (before) expect(from).toBeGreaterThan(before.to);
        expect(principal).toBeGreaterThan(0n);
        exact += (Number(principal) * basisPoints * (to - from + 1)) / (10_000 * 365);
      }
      const lost = exact - Number(found.total);
      expect(lost).toBeGreaterThan(-0.01);
      expect(lost).toBeLessThan(found.lines.length + 0.01);
      expect(found.total).toBe(found.lines.reduce((sum, { amount }) => sum + amount, 0n));
      expect(on(addDays(start, days + 1)).total).toBeGreaterThanOrEqual(found.total);
    }),
    { numRuns: 150 },
  );
});
