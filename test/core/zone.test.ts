import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { dayIn, instantAt, isZone, timeIn } from '../../src/core/zone.ts';

const at = (day: string, time: string, zone: string) => instantAt(dayOf(day), time, zone).toISOString();

describe('days and times in a zone', () => {
  it('differ around midnight', () => {
    const instant = new Date('2026-11-22T23:30:00Z');
    expect(isoDay(dayIn('Europe/Berlin', instant))).toBe('2026-11-23');
    expect(isoDay(dayIn('America/New_York', instant))).toBe('2026-11-22');
    expect(timeIn('Europe/Berlin', instant)).toBe('00:30');
    expect(timeIn('Asia/Kathmandu', instant)).toBe('05:15');
  });

  it('are found again as an instant', () => {
    expect(at('2026-11-23', '09:00', 'Europe/London')).toBe('2026-11-23T09:00:00.000Z');
    expect(at('2026-07-01', '09:00', 'America/Los_Angeles')).toBe('2026-07-01T16:00:00.000Z');
    expect(at('2026-07-01', '09:00', 'Pacific/Auckland')).toBe('2026-06-30T21:00:00.000Z');
  });

  it('move a time on that summer time skips', () => {
    expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('take the first of a time that comes twice', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('know a zone from a word', () => {
    expect(['Europe/Berlin', 'Etc/UTC', 'UTC'].every(isZone)).toBe(true);
    expect(['Berlin', '', '+01:00', 'Mars/Olympus'].some(isZone)).toBe(false);
    expect(() => dayIn('Mars/Olympus', new Date(0))).toThrow(RangeError);
    expect(() => instantAt(dayOf('2026-01-01'), '24:00', 'Etc/UTC')).toThrow(RangeError);
  });

  it('round trip, but for skipped times', () => {
    const zone = fc.constantFrom(
      'Europe/London',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Asia/Kolkata',
      'Africa/Cairo',
    );
    const day = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(dayOf('2020-01-01'), n));
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 4, max: 23 }), (where, on, hour) => {
        const time = `${String(hour).padStart(2, '0')}:15`;
        const instant = instantAt(on, time, where);
        expect([dayIn(where, instant), timeIn(where, instant)]).toEqual([on, time]);
      }),
    );
  });
});
