import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day, dayOf, isoDay, parseDay } from '../../src/core/day.ts';

const FIRST = dayOf('0100-01-01');
const LAST = dayOf('9999-12-31');

it('every day of a hundred centuries is read back as it was written, and the next one follows it', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST - 1 }), (number) => {
      const day = number as Day;
      expect(parseDay(isoDay(day))).toBe(day);
      expect(isoDay(addDays(day, 1)) > isoDay(day)).toBe(true);
    }),
  );
});

it('what is no day of the calendar is not taken for another', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const year = fc.integer({ min: 100, max: 9999 }).map((n) => String(n).padStart(4, '0'));
  fc.assert(
    fc.property(year, two(14), two(33), (y, m, d) => {
      const iso = `${y}-${m}-${d}`;
      const day = parseDay(iso);
      const isReal = Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= daysOf(y, m);
      expect(day === undefined ? undefined : isoDay(day)).toBe(isReal ? iso : undefined);
    }),
    { numRuns: 1000 },
  );
  for (const text of ['2026-1-05', '05.01.2026', '2026-02-29', '2026-01-05T00:00', ''])
    expect(() => dayOf(text)).toThrow(RangeError);
});

function daysOf(year: string, month: string): number {
  const y = Number(year);
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
}
