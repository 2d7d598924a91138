import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoicesNamed } from '../../src/core/invoicesNamed.ts';

const ofAcme = (number: string) => ({
  number,
  debtorName: 'Acme Rooms Ltd',
  creditorName: 'Northwind Traders',
});

const open = ['LF-1001', '1001', '11001', '2026/0041', 'INV 7', '26'].map(ofAcme);

test.each([
  ['LF-1001.pdf', ['LF-1001']],
  ['Invoice lf1001 Acme (2).PDF', ['LF-1001']],
  ['1001_copy.pdf', ['1001']],
  ['Invoice 11001.pdf', ['11001']],
  ['2026-0041.pdf', ['2026/0041']],
  ['inv-7 final.pdf', ['INV 7']],
  ['LF-1001 and 11001.pdf', ['LF-1001', '11001']],
  ['LF-1001 with 1001.pdf', ['LF-1001', '1001']],
  ['scan 2026-11-26.pdf', ['26']],
  ['LF-10011.pdf', []],
  ['letter.pdf', []],
])('%s names %j', (fileName, numbers) => {
  expect(invoicesNamed(fileName, open).map(({ invoice: { number } }) => number)).toEqual(numbers);
});

test.each([
  ['LF-1001.pdf', 'LF-1001', true],
  ['Invoice-1001.pdf', '1001', true],
  ['1001_copy.pdf', '1001', true],
  ['Rechnung LF1001 Acme 2026-11-26 (2).pdf', 'LF-1001', true],
  ['LF-1001.pdf', '1001', false],
  ['LF-1001-2.pdf', 'LF-1001', false],
  ['INV-10012 PO 5001.pdf', '5001', false],
  ['Scan 2026-11-23.pdf', '11-23', false],
  ['Rechnung 2026-0042.pdf', '2026', false],
  ['Statement 2026.pdf', '2026', false],
  ['Invoice 26.pdf', '26', false],
  ['Invoice 1001 Acme Rooms Limited from Northwind Traders (2).pdf', '1001', true],
  ['1001 AcmeRooms corrected.pdf', '1001', true],
  ['LF-1001 room 12 Reyes.pdf', 'LF-1001', true],
  ['Bolt Ltd 1001.pdf', '1001', false],
  ['1001 Reyes.pdf', '1001', false],
  ['2025 1001.pdf', '1001', false],
  ['1001 2027.pdf', '1001', false],
  ['Order 1001.pdf', '1001', false],
  ['PO 1001.pdf', '1001', false],
  ['Statement 1001.pdf', '1001', false],
  ['Credit note LF-1001.pdf', 'LF-1001', false],
  ['LF-1001 payment reminder.pdf', 'LF-1001', false],
])('%s surely means %s: %s', (fileName, known, surely) => {
  expect(invoicesNamed(fileName, [ofAcme(known)])).toMatchObject([{ invoice: { number: known }, surely }]);
});

test('words that are neither of an invoice nor of whose it is may be another customer’s name', () => {
  const [named] = invoicesNamed('Invoice LF-1001 Acme Bolt Ltd.pdf', [ofAcme('LF-1001')]);
  expect(named?.strange).toEqual(['bolt']);
});

test('a word of their own name is no other paper', () => {
  const invoice = { ...ofAcme('LF-1001'), debtorName: 'Credit Union' };
  expect(invoicesNamed('LF-1001 Credit Union.pdf', [invoice])).toMatchObject([{ surely: true }]);
});

const number = fc.stringMatching(/^[A-Z]{0,3}[-/ ]?[0-9]{1,6}$/).filter((text) => /[0-9]/.test(text));

test('a file named by a number alone, however it is parted, names its invoice and none that another stretch would be needed for', () => {
  fc.assert(
    fc.property(
      number,
      fc.constantFrom('-', '_', ' ', '.'),
      fc.array(number, { maxLength: 5 }),
      (own, by, others) => {
        const fileName = `${own.replace(/[-/ ]/g, by)}.pdf`;
        const named = invoicesNamed(fileName, [own, ...others].map(ofAcme));
        const squeezed = (text: string) => text.replace(/[^A-Z0-9]/g, '');
        expect(named.length).toBeGreaterThan(0);
        for (const one of named) expect(squeezed(one.invoice.number)).toBe(squeezed(own));
      },
    ),
  );
});
