import { expect, test } from 'vitest';
import { dayOf, isoDay } from '../../src/core/day.ts';
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
])('%j is %j', (typed, days) => {
  expect(read(typed)).toEqual(days);
});

test.each([
  'sometimes',
  '24 dec to',
  '2 jan 2027 to 24 dec 2026',
  '2026-12-24, xmas',
  '2026-01-01 to 2027-01-01',
])('%j is refused by name', (typed) => {
  expect(read(typed)).toContain('is not a day');
});
