import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDaysBetween } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, InvoiceFact, PartPaymentFact } from '../../src/core/facts.ts';
import { type PartPaymentRules, partPayments } from '../../src/core/partPayments.ts';
import { activity, dispute, facts, hold, invoice, promise, settings, step, weekdays } from './ladder.ts';

const started = new Date('2026-01-01T09:00:00Z');

function paid(on: string, known: string, more: Partial<PartPaymentFact> = {}): PartPaymentFact {
  return {
    on: dayOf(on),
    amount: 40_000n,
    knownOn: dayOf(known),
    knownAt: new Date(`${known}T09:00:00Z`),
    ...more,
  };
}

/** €600 of €1,000 is open, due in February; €400 came on Monday 2 March and was known on Tuesday. */
function bill(known: Partial<InvoiceFact> = {}): InvoiceFact {
  return invoice('1041', '2026-02-02', {
    outstanding: 60_000n,
    partPayment: paid('2026-03-02', '2026-03-03'),
    ...known,
  });
}

function on(day: string, known: Partial<DebtorFacts>, rules: Partial<PartPaymentRules> = {}) {
  const policy = businessPolicy;
  const common = { policy, settings, calendar: weekdays, today: dayOf(day), startedAt: started };
  return partPayments(facts(known), { ...common, ...rules });
}

function asked(day: string, known: Partial<DebtorFacts>, rules: Partial<PartPaymentRules> = {}): string[] {
  return on(day, known, rules).map(({ askOn }) => (askOn === undefined ? 'not' : isoDay(askOn)));
}

describe('the owner is asked why the rest is open', () => {
  const table: [string, string, Partial<InvoiceFact>, string[]][] = [
    ['on the day it is known', '2026-03-03', {}, ['2026-03-03']],
    ['or the next business day, when there was no room', '2026-03-04', {}, ['2026-03-04']],
    ['not after that', '2026-03-05', {}, ['not']],
    [
      'not when sending had rested for it before anybody knew',
      '2026-03-04',
      { partPayment: paid('2026-03-02', '2026-03-04') },
      ['not'],
    ],
    ['not before it counts', '2026-03-03', { partPayment: paid('2026-03-04', '2026-03-03') }, []],
    ['over a weekend', '2026-03-09', { partPayment: paid('2026-03-06', '2026-03-06') }, ['2026-03-09']],
    [
      'the day after the due date, when it came by then',
      '2026-03-03',
      { dueOn: dayOf('2026-03-03') },
      ['2026-03-04'],
    ],
    [
      'not about a deposit, long before the invoice is due',
      '2026-03-03',
      { dueOn: dayOf('2026-03-09') },
      ['not'],
    ],
    ['not about a rest too small to chase', '2026-03-03', { outstanding: 900n }, ['not']],
    [
      'not about an invoice that left the ledger',
      '2026-03-03',
      { missingSince: dayOf('2026-03-03') },
      ['not'],
    ],
  ];
  test.each(table)('%s', (_when, day, known, expected) => {
    expect(asked(day, { invoices: [bill(known)] })).toEqual(expected);
  });

  test('about each invoice; one that is paid, or not at all, raises no question', () => {
    const invoices = [bill(), bill({ id: '1042', number: '1042' }), invoice('1043', '2026-02-02')];
    expect(asked('2026-03-03', { invoices })).toHaveLength(2);
    expect(asked('2026-03-03', { invoices: [bill({ outstanding: 0n })] })).toEqual([]);
  });

  test('not before a manager started it, nor about money that was there by then', () => {
    const known = { invoices: [bill()] };
    expect(asked('2026-03-03', known, { startedAt: undefined })).toEqual(['not']);
    expect(asked('2026-03-03', known, { startedAt: new Date('2026-03-03T09:01:00Z') })).toEqual(['not']);
  });
});

describe('what explains the rest', () => {
  const table: [string, Partial<DebtorFacts>, string | undefined][] = [
    ['nothing', {}, undefined],
    ['a dispute of it', { disputes: [dispute('1041', '2026-02-20')] }, 'Invoice 1041 rests: disputed'],
    [
      'a dispute of a part',
      { disputes: [dispute('1041', '2026-02-20', { whole: false, amount: 100n })] },
      'A part of invoice 1041 is in dispute',
    ],
    ['not that of another invoice', { disputes: [dispute('1042', '2026-02-20')] }, undefined],
    ['a promise of it', { promises: [promise('1041', '2026-02-27', '2026-03-06')] }, 'payment is promised'],
    [
      'a promise that a manager has still to agree to',
      { promises: [promise('1041', '2026-02-27', '2026-03-06', { awaitsAgreement: true })] },
      'Payment of invoice 1041 was promised for 6 Mar 2026',
    ],
    [
      'not a promise that this money kept',
      {
        promises: [
          promise('1041', '2026-02-27', '2026-03-06', { state: 'kept', endedOn: dayOf('2026-03-03') }),
        ],
      },
      undefined,
    ],
    [
      'a promise that it kept in part: the owner is asked about that',
      {
        promises: [
          promise('1041', '2026-02-20', '2026-02-27', {
            state: 'partially_kept',
            endedOn: dayOf('2026-03-03'),
          }),
        ],
      },
      'was promised for 27 Feb 2026',
    ],
    [
      'not one broken long before',
      {
        promises: [
          promise('1041', '2026-02-03', '2026-02-10', { state: 'broken', endedOn: dayOf('2026-02-13') }),
        ],
      },
      undefined,
    ],
    ['a hold', { holds: [hold('2026-03-01', '2026-03-10')] }, 'on hold until'],
    [
      'money seen at the bank',
      { holds: [hold('2026-03-03', '2026-03-06', { kind: 'payment_seen' })] },
      'at the bank',
    ],
    ['credit that covers it', { unapplied: [{ currency: 'EUR', amount: 60_000n }] }, 'open credits cover it'],
    [
      'a reply since',
      { activities: [activity('reply', '2026-03-02')] },
      'spoke or wrote to us on 2 Mar 2026',
    ],
    ['not one of before', { activities: [activity('reply', '2026-03-01')] }, undefined],
    [
      'a talk since',
      { activities: [activity('call', '2026-03-03', { outcome: 'refuses' })] },
      'spoke or wrote',
    ],
    ['not an attempt', { activities: [activity('call', '2026-03-03', { outcome: 'no_answer' })] }, undefined],
    [
      'insolvency',
      { conditions: [{ kind: 'insolvency', sinceOn: dayOf('2026-03-02') }] },
      'a manager decides',
    ],
    ['that others collect it by now', { steps: [step('hand_off', '1041', '2026-02-27')] }, 'was handed off'],
  ];
  test.each(table)('%s', (_what, known, expected) => {
    const [found] = on('2026-03-03', { invoices: [bill()], ...known });
    if (expected === undefined)
      expect(found).toMatchObject({ explained: undefined, askOn: dayOf('2026-03-03') });
    else expect(found?.explained).toContain(expected);
    if (expected !== undefined) expect(found?.askOn).toBeUndefined();
  });
});

test('whatever the days are: two business days at the most, begun while sending rests, never before the invoice is overdue', () => {
  const offset = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(offset, offset, fc.integer({ min: 0, max: 9 }), (due, came, late) => {
      const first = dayOf('2026-03-01');
      const [dueOn, countsFrom] = [addDays(first, due), addDays(first, came)];
      const payment = paid(isoDay(countsFrom), isoDay(addDays(countsFrom, late)));
      const known = { invoices: [bill({ dueOn, partPayment: payment })] };
      const days: Day[] = [];
      for (let today = payment.knownOn; today < first + 60; today = addDays(today, 1))
        if (asked(isoDay(today), known)[0] === isoDay(today) && weekdays.isOpen(today)) days.push(today);
      expect(days.length).toBeLessThanOrEqual(2);
      for (const day of days) {
        expect(day).toBeGreaterThan(dueOn);
        expect(businessDaysBetween(weekdays, countsFrom, payment.knownOn)).toBeLessThan(2);
        expect(businessDaysBetween(weekdays, payment.knownOn, day)).toBeLessThan(2);
      }
    }),
  );
});
