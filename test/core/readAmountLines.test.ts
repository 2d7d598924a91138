import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmountLines } from '../../src/core/readAmountLines.ts';
import { writeAmountLines } from '../../src/core/writeAmountLines.ts';

test('an amount of a currency a line, as people write it; empty lines do not count', () => {
  expect(readAmountLines('GBP 10,000\n\n €1.250,50 \n¥1.5m\nKWD 1.250\nUSD 0')).toEqual([
    { currency: 'GBP', minor: 1_000_000 },
    { currency: 'EUR', minor: 125_050 },
    { currency: 'JPY', minor: 1_500_000 },
    { currency: 'KWD', minor: 1_250 },
    { currency: 'USD', minor: 0 },
  ]);
  expect(readAmountLines(' \n')).toEqual([]);
});

test('what a form shows is read again as it was, whatever the currency', () => {
  const currencies = fc.constantFrom('GBP', 'EUR', 'JPY', 'KWD', 'CLF');
  fc.assert(
    fc.property(fc.dictionary(currencies, fc.maxSafeNat()), (amounts) => {
      const read = readAmountLines(writeAmountLines(amounts)) ?? [];
      expect(Object.fromEntries(read.map(({ currency, minor }) => [currency, minor]))).toEqual({
        ...amounts,
      });
    }),
  );
});

test.each([
  '10,000',
  'GBP',
  'plenty',
  'GBP 5\nABC 5',
  'GBP -5',
  '(GBP 5)',
  'JPY 1.5',
  `GBP ${'9'.repeat(20)}`,
])('%j is not read: a currency, an amount or the sense of it is missing', (typed) => {
  expect(readAmountLines(typed)).toBeUndefined();
});
