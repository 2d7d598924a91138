import fc from 'fast-check';
import { expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { isSameClock, isWithin, nextWithin } from '../../src/core/promptHours.ts';
import { dayIn, timeIn } from '../../src/core/zone.ts';

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Pacific/Auckland',
];
const hours = fc
  .record({
    country: fc.constantFrom('GB', 'US', 'AE'),
    zone: fc.constantFrom(...zones),
    from: fc.constantFrom('07:30', '09:00', '10:15'),
  })
  .map(({ country, ...rest }) => ({ calendar: businessCalendar({ country }), ...rest }));
const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

it('whoever is asked is asked on an open day, from the morning to the evening by their own clock, and as soon as that', () => {
  fc.assert(
    fc.property(hours, instant, (those, at) => {
      const asked = nextWithin(those, at);
      expect(isWithin(those, asked)).toBe(true);
      expect(asked.getTime()).toBeGreaterThanOrEqual(at.getTime());
      const { calendar, from, zone } = those;
      expect(calendar.isOpen(dayIn(zone, asked))).toBe(true);
      expect(timeIn(zone, asked) >= from && timeIn(zone, asked) < '18:00').toBe(true);
      const meanwhile = new Date((at.getTime() + asked.getTime()) / 2);
      if (meanwhile < asked && meanwhile > at) expect(isWithin(those, meanwhile)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('clocks that show the same are the same, whatever their zone is called', () => {
  const summer = new Date('2026-07-01T08:00:00Z');
  expect(isSameClock('Europe/London', 'Europe/Lisbon', summer)).toBe(true);
  expect(isSameClock('Europe/London', 'Europe/Berlin', summer)).toBe(false);
  expect(isSameClock('Pacific/Auckland', 'Pacific/Majuro', summer)).toBe(true);
});
