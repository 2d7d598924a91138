import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays } from '../../src/core/calendar.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { type DelayReason, isOwnReason } from '../../src/core/delayReasons.ts';
import { activity, invoice, on, weekdays } from './ladder.ts';

/** The call for a firm date has been due since Monday 2 February 2026: nothing else keeps it. */
const invoices = [invoice('1041', '2026-01-01')];
const DUE = dayOf('2026-02-02');

const days = fc.integer({ min: -4, max: 4 }).map((ago) => addDays(DUE, ago));
const reasons = fc.constantFrom<DelayReason>('not_received', 'portal_rejected', 'cash_flow');
const noted = (what: 'delayReason' | 'mended') =>
  fc.array(fc.record({ reason: reasons, day: days, what: fc.constant(what) }), { maxLength: 3 });

test('a reason of ours delays three business days, and not beyond the business day after it was mended; no other reason does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2, 3, 4).map((after) => addDays(DUE, after)),
      noted('delayReason'),
      noted('mended'),
      fc.boolean(),
      (today, told, mended, turned) => {
        const notes = [...told, ...mended].map(({ reason, day, what }) =>
          activity('note', isoDay(day), { [what]: reason }),
        );
        const { waiting } = on(isoDay(today), { invoices, activities: turned ? notes.reverse() : notes });

        const delays = told.some(
          ({ reason, day }) =>
            isOwnReason(reason) &&
            day <= today &&
            today < addBusinessDays(weekdays, day, 3) &&
            !mended.some(
              (end) =>
                end.reason === reason &&
                end.day >= day &&
                end.day <= today &&
                addBusinessDays(weekdays, end.day, 1) <= today,
            ),
        );
        expect(waiting?.why === 'delay_reason').toBe(delays);
      },
    ),
    { numRuns: 1000 },
  );
});
