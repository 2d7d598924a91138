import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barriers } from '../../src/core/barriers.ts';
import { clockStops } from '../../src/core/clockStops.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { dayOfEffective, effectiveDays } from '../../src/core/effectiveDays.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { nextTurn } from '../../src/core/nextTurn.ts';
import { dispute, facts, hold, promise } from './ladder.ts';

const due = dayOf('2026-01-01');

function daysOn(day: string, known: Partial<DebtorFacts>): number {
  const today = dayOf(day);
  return effectiveDays(due, today, clockStops(facts(known), today).of('1041'));
}

describe('effective days of invoice 1041, due 1 January', () => {
  const broken = { state: 'broken', endedOn: dayOf('2026-01-18') } as const;
  const table: [string, string, Partial<DebtorFacts>, number][] = [
    ['a week before the due date', '2025-12-25', {}, -7],
    ['on the due date', '2026-01-01', {}, 0],
    ['without any stop', '2026-01-31', {}, 30],
    [
      'a hold stops its first and its last day',
      '2026-01-31',
      { holds: [hold('2026-01-10', '2026-01-12')] },
      27,
    ],
    [
      'a hold before the due date stops nothing',
      '2026-01-31',
      { holds: [hold('2025-12-10', '2026-01-01')] },
      30,
    ],
    ['a hold that runs counts up to today', '2026-01-11', { holds: [hold('2026-01-10', '2026-03-12')] }, 8],
    [
      'a hold ended early gives back the day it ended on',
      '2026-01-31',
      { holds: [hold('2026-01-10', '2026-01-20', { endedOn: dayOf('2026-01-12') })] },
      28,
    ],
    [
      'a hold on another invoice is not ours',
      '2026-01-31',
      { holds: [hold('2026-01-10', '2026-01-12', { invoiceId: '7' })] },
      30,
    ],
    [
      'payment seen makes everything wait and stops no clock',
      '2026-01-12',
      { holds: [hold('2026-01-10', '2026-01-12', { kind: 'payment_seen' })] },
      11,
    ],
    [
      'overlapping holds stop a day once',
      '2026-01-31',
      { holds: [hold('2026-01-10', '2026-01-14'), hold('2026-01-12', '2026-01-16')] },
      23,
    ],
    [
      'an open promise stops from the day it was made',
      '2026-01-12',
      { promises: [promise('1041', '2026-01-10', '2026-01-15')] },
      8,
    ],
    [
      'and up to its judging day, even while it is being checked',
      '2026-01-31',
      { promises: [promise('1041', '2026-01-10', '2026-01-15')] },
      21,
    ],
    [
      'a kept promise stays stopped',
      '2026-01-31',
      {
        promises: [
          promise('1041', '2026-01-10', '2026-01-15', { state: 'kept', endedOn: dayOf('2026-01-14') }),
        ],
      },
      21,
    ],
    [
      'a broken promise gives all its days back',
      '2026-01-18',
      { promises: [promise('1041', '2026-01-10', '2026-01-15', broken)] },
      17,
    ],
    [
      'but not before the day it broke',
      '2026-01-17',
      { promises: [promise('1041', '2026-01-10', '2026-01-15', broken)] },
      8,
    ],
    [
      'days of a broken promise that a hold covers stay stopped',
      '2026-01-18',
      {
        promises: [promise('1041', '2026-01-10', '2026-01-15', broken)],
        holds: [hold('2026-01-12', '2026-01-13')],
      },
      15,
    ],
    [
      'a promise that pays a part stops nothing',
      '2026-01-12',
      {
        promises: [
          promise('1041', '2026-01-10', '2026-01-15', {
            invoices: [{ invoiceId: '1041', amount: 1n, inFull: false }],
          }),
        ],
      },
      11,
    ],
    [
      'a promise that a manager has still to agree to stops nothing',
      '2026-01-12',
      { promises: [promise('1041', '2026-01-10', '2026-03-15', { awaitsAgreement: true })] },
      11,
    ],
    [
      'a promise of somebody who does not pay stops until it should have been confirmed',
      '2026-01-12',
      { promises: [promise('1041', '2026-01-10', '2026-03-15', { confirmBy: dayOf('2026-01-12') })] },
      8,
    ],
    [
      'and not confirmed by then gives its days back',
      '2026-01-13',
      { promises: [promise('1041', '2026-01-10', '2026-03-15', { confirmBy: dayOf('2026-01-12') })] },
      12,
    ],
    [
      'and when the money came it does not matter who promised it',
      '2026-01-31',
      {
        promises: [
          promise('1041', '2026-01-10', '2026-01-15', {
            ...{ state: 'kept', endedOn: dayOf('2026-01-14'), confirmBy: dayOf('2026-01-12') },
          }),
        ],
      },
      21,
    ],
    [
      'a dispute of the whole invoice stops until it ends',
      '2026-01-31',
      { disputes: [dispute('1041', '2026-01-10')] },
      8,
    ],
    [
      'one that ended for us gives its days back',
      '2026-01-31',
      { disputes: [dispute('1041', '2026-01-10', { endedOn: dayOf('2026-01-20'), outcome: 'for_us' })] },
      30,
    ],
    [
      'one that ended for the customer does not',
      '2026-01-31',
      {
        disputes: [dispute('1041', '2026-01-10', { endedOn: dayOf('2026-01-20'), outcome: 'for_customer' })],
      },
      20,
    ],
    [
      'nor one that ended in part',
      '2026-01-31',
      { disputes: [dispute('1041', '2026-01-10', { endedOn: dayOf('2026-01-20'), outcome: 'in_part' })] },
      20,
    ],
    [
      'a part dispute stops nothing',
      '2026-01-31',
      { disputes: [dispute('1041', '2026-01-10', { whole: false })] },
      30,
    ],
  ];
  test.each(table)('%s', (_rule, day, known, expected) => {
    expect(daysOn(day, known)).toBe(expected);
  });
});

const stop = fc
  .record({ from: fc.integer({ min: -20, max: 120 }), length: fc.integer({ min: 0, max: 40 }) })
  .map(({ from, length }) => ({
    from: addDays(due, from),
    to: addDays(due, from + length),
    by: 'hold' as const,
  }));
const inOrder = fc.array(stop, { maxLength: 5 }).map((stops) => stops.sort((a, b) => a.from - b.from));
const offset = fc.integer({ min: -30, max: 200 });

describe('whatever stops the clock', () => {
  test('every day after the due date that no stop covers counts, and no other', () => {
    fc.assert(
      fc.property(inOrder, offset, (stops, days) => {
        let counted = Math.min(days, 0);
        for (let day = addDays(due, 1); day <= due + days; day = addDays(day, 1)) {
          if (!stops.some(({ from, to }) => from <= day && day <= to)) counted++;
        }
        expect(effectiveDays(due, addDays(due, days), stops)).toBe(counted);
      }),
    );
  });

  test('the day on which so many are reached is the first such day', () => {
    fc.assert(
      fc.property(inOrder, fc.integer({ min: -10, max: 120 }), (stops, wanted) => {
        const day = dayOfEffective(due, wanted, stops);
        expect(effectiveDays(due, day, stops)).toBe(wanted);
        expect(effectiveDays(due, addDays(day, -1), stops)).toBeLessThan(wanted);
      }),
    );
  });

  test('a longer hold never adds days', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        offset,
        (from, length, more, days) => {
          const today = addDays(due, days);
          const daysWith = (until: number) => {
            const held = {
              ...hold('2026-01-01', '2026-01-01'),
              fromOn: addDays(due, from),
              untilOn: addDays(due, until),
            };
            return effectiveDays(due, today, clockStops(facts({ holds: [held] }), today).of('1041'));
          };
          expect(daysWith(from + length + more)).toBeLessThanOrEqual(daysWith(from + length));
        },
      ),
    );
  });

  test('what becomes known late counts as if it had been known in time', () => {
    const recorded = [
      hold('2026-01-10', '2026-01-20'),
      hold('2026-01-15', '2026-01-25', { invoiceId: '1041' }),
      hold('2026-02-01', '2026-02-09', { endedOn: dayOf('2026-02-05') }),
      hold('2026-02-04', '2026-02-04'),
    ];
    const arrivals = fc.shuffledSubarray(recorded, { minLength: recorded.length });
    fc.assert(
      fc.property(arrivals, offset, (holds, days) => {
        const today = addDays(due, days);
        const known = (inOrderOf: typeof holds) =>
          effectiveDays(due, today, clockStops(facts({ holds: inOrderOf }), today).of('1041'));
        expect(known(holds)).toBe(known(recorded));
      }),
    );
  });
});

test('an unconfirmed promise is as good as a confirmed one until its day has passed, and no promise at all after it', () => {
  const day = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(day, day, day, day, (made, ahead, patience, looked) => {
      const on = (days: number) => isoDay(addDays(due, days));
      const confirmBy = addDays(due, made + patience);
      const today = addDays(due, made + looked);
      const told = promise('1041', on(made), on(made + ahead));
      const days = (promises: DebtorFacts['promises']) => {
        const known = facts({ promises });
        const rests = barriers(known, today).of('1041')?.kind;
        return [effectiveDays(due, today, clockStops(known, today).of('1041')), rests];
      };
      const same = today <= confirmBy ? [told] : [];
      expect(days([{ ...told, confirmBy }])).toEqual(days(same));
      // it is decided anew on the day on which that turns
      if (today <= confirmBy) {
        const known = facts({ promises: [{ ...told, confirmBy }] });
        expect(nextTurn(known, 0, today)).toBeLessThanOrEqual(confirmBy + 1);
      }
    }),
  );
});
