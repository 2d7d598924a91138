import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIban } from '../../src/core/iban.ts';

/** Examples of the registry of ISO 13616. */
const examples = [
  'GB29 NWBK 6016 1331 9268 19',
  'DE89 3704 0044 0532 0130 00',
  'FR14 2004 1010 0505 0001 3M02 606',
  'NO93 8601 1117 947',
  'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
];

test.each(examples)('%s is an IBAN, however it is typed', (iban) => {
  expect(readIban(iban)).toBe(iban);
  expect(readIban(` ${iban.toLowerCase().replaceAll(' ', '')} `)).toBe(iban);
});

test.each([
  '',
  'GB29',
  'GB00 EXMP 0000 0000 0000 00',
  '1234 5678 9012 3456',
  'GB29 NWBK 6016 1331 9268 19 €',
])('%j is none', (typed) => {
  expect(readIban(typed)).toBeUndefined();
});

test('one wrong digit, or two neighbours changed over, is never taken', () => {
  const place = fc.integer({ min: 4, max: 20 });
  fc.assert(
    fc.property(fc.constantFrom('DE89370400440532013000', 'GB29NWBK60161331926819'), place, (iban, at) => {
      const digit = iban.charAt(at);
      if (/\d/.test(digit)) {
        expect(readIban(iban.slice(0, at) + ((Number(digit) + 1) % 10) + iban.slice(at + 1))).toBeUndefined();
      }
      const swapped = iban.slice(0, at) + iban.charAt(at + 1) + digit + iban.slice(at + 2);
      if (swapped !== iban) expect(readIban(swapped)).toBeUndefined();
    }),
  );
});
