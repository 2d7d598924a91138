import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatMoney,
  isCurrency,
  minorDigits,
  totalsByCurrency,
} from '../../src/core/money.ts';
import { parseAmount } from '../../src/core/parseAmount.ts';

const minorOf = (text: string, currency?: string, locale?: string) => {
  const parsed = parseAmount(text, { currency, locale });
  return 'error' in parsed ? 'error' : parsed.minor;
};

describe('money on screen', () => {
  it('is exact where floats are not', () => {
    expect(formatMoney(128450n, 'EUR')).toBe('€1,284.50');
    expect(formatMoney(-5n, 'GBP')).toBe('-£0.05');
    expect(formatMoney(900719925474099312345n, 'EUR')).toBe('€9,007,199,254,740,993,123.45');
    expect(formatMoney(128450n, 'EUR', 'de-DE').replace(/\s/g, ' ')).toBe('1.284,50 €');
  });

  it('follows the minor unit of each currency', () => {
    expect([minorDigits('JPY'), minorDigits('KWD'), minorDigits('HUF'), minorDigits('EUR')]).toEqual([
      0, 3, 2, 2,
    ]);
    expect(formatAmount(85610n, 'USD')).toBe('856.10');
    expect(formatAmount(1200n, 'JPY')).toBe('1200');
    expect(formatAmount(-1n, 'KWD')).toBe('-0.001');
  });

  it('knows the currencies of ISO 4217', () => {
    expect(['EUR', 'CHF', 'ZAR'].every(isCurrency)).toBe(true);
    expect(['eur', 'EURO', 'ABC', ''].some(isCurrency)).toBe(false);
  });

  it('never adds one currency to another', () => {
    const open = [
      { currency: 'USD', amount: 5n },
      { currency: 'EUR', amount: 1n },
      { currency: 'USD', amount: -2n },
    ];
    expect(totalsByCurrency(open)).toEqual([
      { currency: 'EUR', amount: 1n },
      { currency: 'USD', amount: 3n },
    ]);
  });
});

describe('amounts as people write them', () => {
  it.each([
    ['1,200', 120000n],
    ['1.200', 120000n],
    ['1.200,50', 120050n],
    ['1,200.50', 120050n],
    ['1 200,50', 120050n],
    ["1'200.50", 120050n],
    ['1,20,000.00', 12000000n],
    ['1,234,567', 123456700n],
    ['12,5', 1250n],
    ['0.125', 'error'],
    ['0.5', 50n],
    ['.5', 50n],
    ['1200.', 120000n],
    ['1.200,-', 120000n],
    ['1200.5000', 120050n],
    ['1234,567', 'error'],
    ['1.2k', 120000n],
    ['1,2 k', 120000n],
    ['2m', 200000000n],
    ['(250.00)', -25000n],
    ['-250', -25000n],
    ['−250', -25000n],
    ['250-', -25000n],
    ['250.00 CR', -25000n],
    ['-(250)', 'error'],
    ['1,2,3', 'error'],
    ['12.34.56', 'error'],
    ['1,23.45', 'error'],
    ['friday', 'error'],
    ['', 'error'],
    ['€', 'error'],
    ['1 000 00', 'error'],
  ])('%s', (text, minor) => expect(minorOf(text)).toBe(minor));

  it.each([
    ['€1.200,50', 120050n, 'EUR'],
    ['1.200,50 €', 120050n, 'EUR'],
    ['USD 1,200.00', 120000n, 'USD'],
    ['1,200 usd', 120000n, 'USD'],
    ['$4,822.75', 482275n, 'USD'],
    ['-$4', -400n, 'USD'],
    ['$-4', -400n, 'USD'],
    ['($4.00)', -400n, 'USD'],
    ['A$10', 1000n, 'AUD'],
    ['£1.2k', 120000n, 'GBP'],
    ['1.2k €', 120000n, 'EUR'],
    ['¥1,200', 1200n, 'JPY'],
    ['400 euros', 40000n, 'EUR'],
  ])('%s names its currency', (text, minor, currency) =>
    expect(parseAmount(text)).toEqual({ minor, currency }),
  );

  it('takes a dollar for the dollar of the account', () => {
    expect(parseAmount('$10', { currency: 'CAD' })).toEqual({ minor: 1000n, currency: 'CAD' });
    expect(parseAmount('10', { currency: 'CAD' })).toEqual({ minor: 1000n });
  });

  it('reads three digits as decimals only for money that has three, after the mark of the locale', () => {
    expect(minorOf('1.250', 'KWD')).toBe(1250n);
    expect(minorOf('1,250', 'KWD')).toBe(1250000n);
    expect(minorOf('1,250', 'TND', 'fr-FR')).toBe(1250n);
    expect(minorOf('1.5', 'JPY')).toBe('error');
  });

  it('reads back whatever was printed', () => {
    const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'KWD', 'CLF', 'HUF');
    const locale = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'de-CH', 'en-IN');
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        currency,
        locale,
        (minor, code, where) => {
          expect(parseAmount(formatMoney(minor, code, where), { currency: code, locale: where })).toEqual({
            minor,
            currency: code,
          });
          expect(minorOf(formatAmount(minor, code), code)).toBe(minor);
        },
      ),
    );
  });
});
