import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  businessCalendar,
  businessDaysBetween,
  nextOpenDay,
} from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';

const england = businessCalendar({ country: 'GB', region: 'ENG' });
const isOpen = (place: Parameters<typeof businessCalendar>[0], iso: string) =>
  businessCalendar(place).isOpen(dayOf(iso));

describe('business days', () => {
  it('leave out weekends, public holidays and the days the business is closed', () => {
    expect(england.isOpen(dayOf('2026-11-20'))).toBe(true);
    expect(england.isOpen(dayOf('2026-11-21'))).toBe(false);
    expect(england.isOpen(dayOf('2026-12-25'))).toBe(false);
    expect(england.isOpen(dayOf('2026-12-28'))).toBe(false);
    expect(isOpen({ country: 'GB', closingDays: ['2026-12-29'] }, '2026-12-29')).toBe(false);
  });

  it('differ by region, named by code or in words', () => {
    for (const region of ['BY', 'by', 'DE-BY', 'Bayern'])
      expect(isOpen({ country: 'DE', region }, '2026-01-06')).toBe(false);
    expect(isOpen({ country: 'DE', region: 'HH' }, '2026-01-06')).toBe(true);
    expect(isOpen({ country: 'GB', region: 'SCT' }, '2026-08-31')).toBe(true);
    expect(isOpen({ country: 'GB' }, '2026-08-31')).toBe(false);
  });

  it('follow the weekend of the country', () => {
    expect(isOpen({ country: 'EG' }, '2026-11-20')).toBe(false);
    expect(isOpen({ country: 'EG' }, '2026-11-22')).toBe(true);
  });

  it('know weekends alone where the country is not known', () => {
    expect(isOpen({ country: 'XX' }, '2026-12-25')).toBe(true);
    expect(isOpen({ country: '' }, '2026-12-26')).toBe(false);
    expect(isOpen({ country: 'GB', region: 'nowhere' }, '2026-12-25')).toBe(false);
  });

  it('count from one open day to another', () => {
    expect(isoDay(nextOpenDay(england, dayOf('2026-12-25')))).toBe('2026-12-29');
    expect(isoDay(addBusinessDays(england, dayOf('2026-12-23'), 2))).toBe('2026-12-29');
    expect(isoDay(addBusinessDays(england, dayOf('2026-12-29'), -2))).toBe('2026-12-23');
    expect(businessDaysBetween(england, dayOf('2026-12-24'), dayOf('2026-12-29'))).toBe(1);
    expect(businessDaysBetween(england, dayOf('2026-12-29'), dayOf('2026-12-24'))).toBe(0);
  });

  it('say so when there is never an open day', () => {
    expect(() => nextOpenDay({ isOpen: () => false }, dayOf('2026-01-01'))).toThrow(RangeError);
    expect(() => addBusinessDays({ isOpen: () => false }, dayOf('2026-01-01'), 1)).toThrow(RangeError);
  });

  it('agree with each other', () => {
    const anyDay = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2030-12-31') }).map((n) => n as Day);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, n) => {
        const later = addBusinessDays(england, day, n);
        expect(businessDaysBetween(england, day, later)).toBe(n);
        expect(n === 0 || england.isOpen(later)).toBe(true);
        expect(nextOpenDay(england, addDays(day, 1))).toBe(addBusinessDays(england, day, 1));
      }),
    );
  });
});
