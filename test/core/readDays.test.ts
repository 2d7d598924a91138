import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { readDays } from '../../src/core/readDays.ts';

const read = (typed: string) => {
  const found = readDays(typed, dayOf('2026-11-23'), 'en-GB');
  return 'days' in found ? found.days.map(isoDay) : found.error;
};

test.each([
  ['', []],
  ['2026-12-24', ['2026-12-24']],
  ['24 dec, 2026-12-31\n24 dec', ['2026-12-24', '2026-12-31']],
  ['30 dec to 2 jan', ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']],
  ['2026-01-02 – 2026-01-03', ['2026-01-02', '2026-01-03']],
  ['30 dec - 1 jan', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['30-31 dec', ['2026-12-30', '2026-12-31']],
  ['dec 30-31', ['2026-12-30', '2026-12-31']],
  ['30.12. - 1.1.', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['30.12.-31.12.', ['2026-12-30', '2026-12-31']],
  ['30 dec through 31 dec', ['2026-12-30', '2026-12-31']],
  ['from 30 dec until 31 dec', ['2026-12-30', '2026-12-31']],
  // it has begun and is not over
  ['22 nov - 24 nov', ['2026-11-22', '2026-11-23', '2026-11-24']],
  ['22.11. - 24.11.', ['2026-11-22', '2026-11-23', '2026-11-24']],
])('%j is %j', (typed, days) => {
  expect(read(typed)).toEqual(days);
});

test.each([
  'sometimes',
  '24 dec to',
  '2 jan 2027 to 24 dec 2026',
  '2026-12-24, xmas',
  '2026-01-01 to 2027-01-01',
  '24 dec and 26 dec',
  '24 dec to 26 dec to 28 dec',
  '24/12-1/1',
])('%j is refused by name', (typed) => {
  expect(read(typed)).toContain('is not a day');
});

test('a stretch is all its days or refused, never its first day alone, however it is written', () => {
  const short = (day: Day, form: string) => {
    const [year, month, date] = isoDay(day).split('-');
    const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
      .format(day * 86_400_000)
      .slice(0, 3);
    return {
      iso: `${year}-${month}-${date}`,
      named: `${Number(date)} ${name} ${year}`,
      dotted: `${date}.${month}.${year}`,
    }[form];
  };
  const first = fc.integer({ min: dayOf('2026-11-23'), max: dayOf('2028-12-31') }).map((n) => n as Day);
  fc.assert(
    fc.property(
      first,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('iso', 'named', 'dotted'),
      fc.constantFrom(' - ', '-', ' – ', '–', ' — ', ' to ', ' until ', ' through ', ' … ', ' .. '),
      (from, length, form, to) => {
        const until = addDays(from, length);
        const found = readDays(
          `${short(from, form)}${to}${short(until, form)}`,
          dayOf('2026-11-23'),
          'en-GB',
        );
        if ('days' in found) expect(found.days).toHaveLength(length + 1);
        if ('days' in found) expect([found.days[0], found.days.at(-1)]).toEqual([from, until]);
      },
    ),
  );
});
