import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBusinessMorning } from '../../../src/playground/web/bar/clock/nextBusinessMorning.ts';
import { sayInstant } from '../../../src/playground/web/bar/clock/sayInstant.ts';
import { fromWallClock, toWallClock } from '../../../src/playground/web/bar/clock/wallClock.ts';

const zone = fc.constantFrom(
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
);
const instant = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const wall = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at);

describe('the next business morning', () => {
  it.each([
    ['early on a Monday', '2026-03-02T08:59:59Z', '2026-03-02T09:00:00Z'],
    ['on the stroke of nine', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z'],
    ['on a Friday evening', '2026-03-06T18:00:00Z', '2026-03-09T09:00:00Z'],
    ['on a Sunday', '2026-03-08T03:00:00Z', '2026-03-09T09:00:00Z'],
    ['over the start of summer time', '2026-03-27T18:00:00Z', '2026-03-30T08:00:00Z'],
  ])('%s', (_when, now, then) => {
    expect(nextBusinessMorning(new Date(now), 'Europe/London').toISOString()).toBe(
      new Date(then).toISOString(),
    );
  });

  it('is nine o’clock from Monday to Friday, still to come, and none is left out', () => {
    fc.assert(
      fc.property(instant, zone, (now, tz) => {
        const morning = nextBusinessMorning(now, tz);
        expect(wall(morning, tz)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 09:00:00$/);
        expect(morning.getTime()).toBeGreaterThan(now.getTime());
        const justBefore = new Date(morning.getTime() - 1);
        expect(nextBusinessMorning(justBefore, tz)).toEqual(morning);
        const days = (morning.getTime() - now.getTime()) / 86_400_000;
        expect(days).toBeLessThanOrEqual(/^Mon/.test(wall(morning, tz)) ? 3.05 : 1.05);
      }),
    );
  });
});

describe('a date-and-time field', () => {
  it('holds an instant to the minute, in the zone of who acts', () => {
    expect(toWallClock(new Date('2026-07-01T22:30:45Z'), 'Asia/Kolkata')).toBe('2026-07-02T04:00');
    expect(fromWallClock('2026-07-02T04:00', 'Asia/Kolkata')?.toISOString()).toBe('2026-07-01T22:30:00.000Z');
    fc.assert(
      fc.property(instant, zone, (at, tz) => {
        const text = toWallClock(at, tz);
        expect(toWallClock(fromWallClock(text, tz) ?? new Date(0), tz)).toBe(text);
      }),
    );
  });

  it('stands for nothing until it is whole', () => {
    for (const text of ['', '2026-07', '2026-13-01T00:00', 'soon'])
      expect(fromWallClock(text, 'UTC')).toBe(undefined);
  });
});

it('says an instant as people do', () => {
  expect(sayInstant(new Date('2026-03-02T09:00:00Z'), 'Europe/Berlin')).toBe('Mon 2 Mar 2026, 10:00');
  expect(sayInstant(new Date('2026-03-02T09:00:00Z'), 'UTC', true)).toBe('Mon 2 Mar, 09:00');
});
