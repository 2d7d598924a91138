import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseNamed } from '../../src/core/baseRates.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { halfYearAfter, halfYearOf } from '../../src/core/halfYear.ts';
import { interestOn } from '../../src/core/interest.ts';
import { interestBasis } from '../../src/core/interestBasis.ts';
import { lastIssueDay } from '../../src/core/lastIssueDay.ts';
import { missingRates } from '../../src/core/missingRates.ts';
import { readFixedSums } from '../../src/core/readFixedSums.ts';
import { readRateLines } from '../../src/core/readRateLines.ts';
import { readSettings } from '../../src/core/settings.ts';
import {
  type Statute,
  shippedStatutes,
  statuteAsWritten,
  statuteFor,
  statuteSchema,
} from '../../src/core/statutes.ts';
import { statuteWords } from '../../src/core/statuteWords.ts';
import { writeFixedSums } from '../../src/core/writeFixedSums.ts';

const dutch: Statute = statuteSchema.parse({
  law: 'NL',
  name: 'art. 6:119a BW',
  source: 'Burgerlijk Wetboek, Boek 6',
  issuedFrom: '2013-03-16',
  base: 'ECB rate',
  margin: 800,
  rated: 'half_year',
  yearDays: 365,
  currency: 'EUR',
  fixedSums: [{ from: '0', sum: '4000' }],
});
const { interest } = readSettings({});

const START = dayOf('2015-01-01');
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(START, days));
const row: fc.Arbitrary<Statute> = fc
  .record({
    law: fc.constantFrom('NL', 'GB', 'DE'),
    issuedFrom: day,
    lasts: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
    margin: fc.integer({ min: 0, max: 1200 }),
    rated: fc.constantFrom('start' as const, 'half_year' as const),
    yearDays: fc.constantFrom(360 as const, 365 as const),
  })
  .map(({ lasts, ...fields }) => ({
    ...dutch,
    ...fields,
    issuedUntil: lasts === null ? null : addDays(fields.issuedFrom, lasts),
  }));
/** As the database keeps them: one of a law from one day on. */
const rows = fc.uniqueArray(row, {
  maxLength: 8,
  selector: ({ law, issuedFrom }) => `${law} ${issuedFrom}`,
});

describe('rows of law that a team adds', () => {
  it('stand in the place of those that Duly comes with from the day of the first of them', () => {
    const own: Statute = { ...dutch, law: 'DE', issuedFrom: dayOf('2025-01-01') };
    expect(statuteFor([own], 'DE', dayOf('2024-12-31'))?.name).toBe('§ 288 BGB');
    expect(statuteFor([own], 'DE', dayOf('2025-01-01'))).toBe(own);
    const older = { ...own, issuedFrom: dayOf('2010-01-01') };
    expect(statuteFor([older], 'DE', dayOf('2024-12-31'))).toBe(older);
    expect(statuteFor([older], 'GB', dayOf('2024-12-31'))?.law).toBe('GB');
  });

  it('give nothing for what was issued before them, nor after they have ended', () => {
    const ended = { ...dutch, issuedUntil: dayOf('2025-06-30') };
    expect(statuteFor([ended], 'NL', dayOf('2013-03-15'))).toBeUndefined();
    expect(statuteFor([ended], 'NL', dayOf('2025-06-30'))).toBe(ended);
    expect(statuteFor([ended], 'NL', dayOf('2025-07-01'))).toBeUndefined();
  });

  it.each(['individual', 'sole_trader'] as const)('are never offered for a debt of a %s', (debtorKind) => {
    fc.assert(
      fc.property(rows, day, (statutes, issuedOn) => {
        const terms = { country: 'NL', interest, statutes };
        expect(interestBasis({ debtorKind, issuedOn, ...terms })).toBeUndefined();
      }),
    );
  });

  it('change nothing for invoices issued before a row that is added later, nor for another law', () => {
    fc.assert(
      fc.property(rows, row, day, fc.constantFrom('NL', 'GB', 'DE'), (before, added, issuedOn, law) => {
        fc.pre(law !== added.law || issuedOn < added.issuedFrom);
        expect(statuteFor([...before, added], law, issuedOn)).toBe(statuteFor(before, law, issuedOn));
      }),
    );
  });

  it('hold for exactly the invoices that the list says', () => {
    fc.assert(
      fc.property(rows, day, fc.constantFrom('NL', 'GB', 'DE'), (own, issuedOn, law) => {
        const holding = [...own, ...shippedStatutes].filter((one) => {
          const last = lastIssueDay(one, own);
          return one.law === law && one.issuedFrom <= issuedOn && (last === null || issuedOn <= last);
        });
        const found = statuteFor(own, law, issuedOn);
        expect(holding).toEqual(found ? [found] : []);
      }),
    );
  });

  it('are read again as they were written down', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(statuteSchema.parse(statuteAsWritten(one))).toEqual(one);
      }),
    );
  });
});

describe('interest by such a row', () => {
  const half = fc.integer({ min: -100, max: 900 });
  const rates = fc.array(half, { minLength: 30, maxLength: 30 }).map((values) => {
    let from = halfYearOf(START);
    return values.map((basisPoints) => {
      const rate = { base: 'ECB rate', from, basisPoints };
      from = halfYearAfter(from);
      return rate;
    });
  });

  it('totals the sum of its lines, each at the margin over the base rate, over the days of its year', () => {
    fc.assert(
      fc.property(row, rates, day, fc.integer({ min: 1, max: 900 }), (statute, known, dueOn, days) => {
        const late = { dueOn, currency: 'EUR', amount: 123_456n, received: [] };
        const until = addDays(dueOn, days);
        const found = interestOn(late, { basis: { kind: 'statute', statute }, rates: known, until });
        if ('missing' in found) throw new Error('a rate is missing');
        expect(found.total).toBe(found.lines.reduce((sum, { amount }) => sum + amount, 0n));
        for (const { from, to, principal, basisPoints, amount } of found.lines) {
          const day = statute.rated === 'start' ? addDays(dueOn, 1) : from;
          const base = known.find((rate) => rate.from === halfYearOf(day))?.basisPoints ?? Number.NaN;
          expect(basisPoints).toBe(base + statute.margin);
          const exact = (principal * BigInt(Math.max(0, basisPoints)) * BigInt(to - from + 1)) / 10_000n;
          expect(amount).toBe(exact / BigInt(statute.yearDays));
        }
        expect(found.fixedSum).toBe(4_000n);
      }),
      { numRuns: 100 },
    );
  });

  it('by thresholds gives the sum of the largest that the debt reaches', () => {
    const fixedSums = readFixedSums('40\nfrom 1,000: 70\nfrom 10,000: 100', { currency: 'EUR' });
    if ('problem' in fixedSums) throw new Error(fixedSums.problem);
    const statute = { ...dutch, fixedSums, base: 'boe_bank_rate', rated: 'start' as const };
    const on = (amount: bigint, currency = 'EUR') => {
      const late = { dueOn: dayOf('2024-03-31'), currency, amount, received: [] };
      const rate = { base: 'boe_bank_rate', from: dayOf('2024-01-01'), basisPoints: 400 };
      const basis = { kind: 'statute', statute } as const;
      const found = interestOn(late, { basis, rates: [rate], until: dayOf('2024-05-01') });
      return 'missing' in found ? undefined : found.fixedSum;
    };
    expect([99_999n, 100_000n, 1_000_000n].map((amount) => on(amount))).toEqual([4_000n, 7_000n, 10_000n]);
    expect(on(100_000n, 'GBP')).toBe(0n);
  });

  it('asks for the base rates of each row that open invoices fall under', () => {
    const later: Statute = { ...dutch, issuedFrom: dayOf('2030-01-01'), base: 'New rate' };
    const beginning = (issuedOn: string) => ({
      ...{ interest, begins: dayOf('2031-02-01'), issuedOn: dayOf(issuedOn) },
    });
    const found = missingRates(['2013-03-15', '2029-12-31', '2030-01-01'].map(beginning), {
      country: 'NL',
      statutes: [dutch, later],
      rates: [],
      until: dayOf('2031-03-01'),
    });
    expect(found.map(({ missing: { base, from } }) => `${base} ${isoDay(from)}`)).toEqual([
      'ECB rate 2031-01-01',
      'New rate 2031-01-01',
    ]);
  });

  it('is told in a sentence', () => {
    expect(statuteWords(dutch, 'en-GB')).toBe(
      '8% over the ECB rate, which it follows each half-year, on 365 days; fixed sum €40.00',
    );
    const british = shippedStatutes.find(({ law }) => law === 'GB') ?? dutch;
    expect(statuteWords(british, 'en-GB')).toBe(
      '8% over the Bank of England base rate, as it stands when interest begins, on 365 days; fixed sum £40.00, £70.00 from £1,000.00 on, £100.00 from £10,000.00 on',
    );
    expect(statuteWords({ ...dutch, fixedSums: [] }, 'en-GB')).not.toContain('fixed sum');
  });
});

describe('what is typed of a row', () => {
  it('fixed sums are read again as they are written', () => {
    const sums = fc
      .uniqueArray(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 12 })
      .map((from) => from.sort((a, b) => (a < b ? -1 : 1)));
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(sums, fc.bigInt({ min: 1n, max: 10n ** 9n }), currencies, (from, sum, currency) => {
        const fixedSums = from.map((one) => ({ from: one, sum }));
        const written = writeFixedSums({ fixedSums, currency });
        expect(readFixedSums(written, { currency })).toEqual(fixedSums);
      }),
    );
  });

  it.each([
    ['from 10,000: 100\nfrom 1,000: 70', 'out of order'],
    ['40\n70', 'out of order'],
    ['40\nfrom 1,000: 70\nfrom 1,000: 80', 'out of order'],
    ['forty', 'no fixed sum in EUR'],
    ['USD 40', 'no fixed sum in EUR'],
    ['-40', 'no fixed sum in EUR'],
    ['from many: 70', 'no fixed sum in EUR'],
    ['0', 'more than nothing'],
    ['9,999,999,999,999,999', 'no fixed sum in EUR'],
  ])('%j is refused', (typed, problem) => {
    expect(readFixedSums(typed, { currency: 'EUR' })).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('values of a base rate, a line for each half-year', () => {
    const read = readRateLines('2026-01-01 2.15\n\n2026-07-01: -0,5 %');
    expect(read).toEqual([
      { from: dayOf('2026-01-01'), basisPoints: 215 },
      { from: dayOf('2026-07-01'), basisPoints: -50 },
    ]);
    expect(readRateLines('')).toEqual([]);
  });

  it.each([
    ['2026-02-01 2.15', 'begins no half-year'],
    ['2026-01-01 much', 'names no half-year with its rate'],
    ['2026-01-01 150', 'names no half-year with its rate'],
    ['2.15', 'names no half-year with its rate'],
    ['2026-02-30 2.15', 'names no half-year with its rate'],
    ['2026-01-01 2\n2026-01-01 3', 'named twice'],
  ])('%j is refused', (typed, problem) => {
    expect(readRateLines(typed)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('a base rate that is known already is that one, whatever its capitals', () => {
    expect(baseNamed('bank of england BASE rate', [])).toBe('boe_bank_rate');
    expect(baseNamed('ecb RATE', ['ECB rate'])).toBe('ECB rate');
    expect(baseNamed('ECB deposit rate', ['ECB rate'])).toBe('ECB deposit rate');
  });
});

it('the rows that Duly comes with are one of a law from a day on, each with its source and the smallest threshold first', () => {
  const places = shippedStatutes.map(({ law, issuedFrom }) => `${law} ${isoDay(issuedFrom)}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { source, fixedSums } of shippedStatutes) {
    expect(source).not.toBe('');
    const from: bigint[] = fixedSums.map((each) => each.from);
    expect(from).toEqual([...from].sort((a, b) => (a < b ? -1 : 1)));
  }
});
