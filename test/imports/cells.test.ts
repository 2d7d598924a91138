import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryOf } from '../../src/core/countryOf.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { isMailbox } from '../../src/core/isMailbox.ts';
import { emailsIn } from '../../src/imports/emailsIn.ts';
import { fileAmount } from '../../src/imports/fileAmount.ts';
import { dateShape, fileDay } from '../../src/imports/fileDay.ts';
import { rejectedHeader, rejectedLine } from '../../src/imports/rejectedCsv.ts';

test('every day comes back from every way to write it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20000, max: 60000 }), (offset) => {
      const day = addDays(dayOf('1970-01-01'), offset);
      const [y, m, d] = isoDay(day).split('-');
      expect(fileDay(`${y}-${m}-${d}`, 'mdy')).toBe(day);
      expect(fileDay(`${y}${m}${d}`, 'dmy')).toBe(day);
      expect(fileDay(`${d}/${m}/${y}`, 'dmy')).toBe(day);
      expect(fileDay(`${Number(m)}/${Number(d)}/${y}`, 'mdy')).toBe(day);
      expect(fileDay(`${d}.${m}.${y}`, 'mdy')).toBe(day);
      expect(fileDay(`${y}-${m}-${d}T23:59:00Z`, 'dmy')).toBe(day);
    }),
  );
});

test.each(['31/02/2026', '29/02/2026', '0/1/2026', '2026-13-01', 'tomorrow', '1/2', '01/02/0026', '45000'])(
  '%s is no date',
  (text) => expect(fileDay(text, 'dmy')).toBeUndefined(),
);

test('what is no date is told with the way it was read', () => {
  expect(['9999-12-31', '31/02/2026'].map((text) => dateShape(text, 'dmy'))).toEqual([
    'year-month-day',
    'day/month/year',
  ]);
});

test('months by their English names', () => {
  expect(
    ['20 Nov 2026', '20-Nov-26', 'November 20, 2026', 'Nov. 20 2026'].map((text) => fileDay(text, 'mdy')),
  ).toEqual(Array(4).fill(dayOf('2026-11-20')));
});

test('every amount comes back from every way to write it', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
      fc.constantFrom('USD', 'JPY', 'KWD'),
      (minor, currency) => {
        const digits = { USD: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
        const format = (locale: string) =>
          new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(
            `${minor < 0n ? '-' : ''}${String(minor < 0n ? -minor : minor)
              .padStart(digits + 1, '0')
              .replace(new RegExp(`(\\d{${digits}})$`), digits ? '.$1' : '$1')}` as `${number}`,
          );
        expect(fileAmount(format('en-US'), '.', currency)).toBe(minor);
        expect(fileAmount(format('de-DE'), ',', currency)).toBe(minor);
      },
    ),
  );
});

test('countries by code or name; a code that is not ISO is none', () => {
  expect(['NZ', 'ch', 'New Zealand', 'germany'].map(countryOf)).toEqual(['NZ', 'CH', 'NZ', 'DE']);
  expect(['391', '818', 'EU', 'ZZ', '', 'Atlantis'].map(countryOf)).toEqual(Array(6).fill(undefined));
  expect(['UK', 'uk', 'United Kingdom', 'GB'].map(countryOf)).toEqual(Array(4).fill('GB'));
  expect(['FR', 'France', 'RU', 'Serbia'].map(countryOf)).toEqual(['FR', 'FR', 'RU', 'RS']);
  expect(['FX', 'SU', 'YU', 'DD', 'AN'].map(countryOf)).toEqual(Array(5).fill(undefined));
});

test('desks and people', () => {
  const desks = [
    'ap@a.example',
    'accounts@a.example',
    'buchhaltung@a.example',
    'Accounts.Payable@a.example',
    'ap-emea@a.example',
  ];
  expect(desks.map(isMailbox)).toEqual(Array(5).fill(true));
  expect(['dana@a.example', 'alvarez.d@a.example', 'april@a.example'].map(isMailbox)).toEqual([
    false,
    false,
    false,
  ]);
  expect(emailsIn('Dana <Dana@A.example>; ap@a.example, not an address, @x, a@b')).toEqual([
    'dana@a.example',
    'ap@a.example',
  ]);
});

test('no cell of a rejected row runs as a formula; what it says can be read again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const line = rejectedLine({ type: 'rejected', rowNumber: 8, reason: '=cmd()', cells });
      const [read] = parse(line, { relax_column_count: true });
      expect(read?.slice(2)).toEqual(
        cells.map((cell, index) => (read?.[index + 2] === `'${cell}` ? `'${cell}` : cell)),
      );
      for (const cell of read ?? []) expect(cell).not.toMatch(/^[=@＝＠]|^[-+＋－](?!\s*[\d.,])/);
    }),
  );
  expect(
    rejectedLine({
      type: 'rejected',
      rowNumber: 8,
      reason: 'x',
      cells: ['=SUM(A1:A9) Holdings', '-120.00', '-2+3'],
    }),
  ).toBe("8,x,'=SUM(A1:A9) Holdings,-120.00,'-2+3\n");
  expect(rejectedHeader(['=A', 'B'])).toBe("\ufeffRow,Reason,'=A,B\n");
});
