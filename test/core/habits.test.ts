import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import type { DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, PaidInvoiceFact } from '../../src/core/facts.ts';
import { lateHabit, lateHabitWords } from '../../src/core/lateHabit.ts';
import { mayWrite } from '../../src/core/mayWrite.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { usualDayCalls } from '../../src/core/usualDayCalls.ts';
import { usualDelay } from '../../src/core/usualDelay.ts';
import { activity, contact, facts, hold, invoice, mail, on, settings, step, weekdays } from './ladder.ts';

const today = dayOf('2026-11-23');

/** Invoices paid so many days late, the last one yesterday, one a fortnight. */
function paidLate(...days: readonly number[]): PaidInvoiceFact[] {
  return days.map((late, index) => {
    const paidOn = addDays(today, -1 - 14 * (days.length - 1 - index));
    return { dueOn: addDays(paidOn, -late), paidOn };
  });
}

const steady = paidLate(12, 10, 11, 13, 12, 14);

function inputOf(known: Partial<DebtorFacts>, day = today): DecisionInput {
  return {
    facts: facts({ contacts: [contact('ana')], ...known }),
    policy: businessPolicy,
    settings,
    today: day,
    calendar: weekdays,
    debtorCalendar: weekdays,
    paymentsFreshUntil: day,
  };
}

describe('habitual late payers', () => {
  it('three times over 60 days late within a year make a habit, however punctual the rest was', () => {
    const days = [61, 0, 0, 0, 0, 70, 0, 0, 0, 0, 90];
    expect(lateHabit(paidLate(...days), today)).toEqual({ paid: 11, veryLate: 3, averageDays: 20 });
    expect(lateHabit(paidLate(...days.with(0, 60)), today)).toBeUndefined();
  });

  it('on average over 30 days late makes a habit, from three invoices on', () => {
    expect(lateHabit(paidLate(30, 31, 30), today)).toMatchObject({ paid: 3, veryLate: 0, averageDays: 30 });
    expect(lateHabit(paidLate(30, 30, 30), today)).toBeUndefined();
    expect(lateHabit(paidLate(90, 90), today)).toBeUndefined();
  });

  it('a year later what was paid then counts no more, and what is paid tomorrow counts not yet', () => {
    const paid = paidLate(70, 80, 90);
    expect(lateHabit(paid, today)).toBeDefined();
    expect(lateHabit(paid, addDays(today, 365))).toBeUndefined();
    expect(lateHabit(paid, addDays(today, -2))).toBeUndefined();
  });

  it('says it in words', () => {
    const habit = lateHabit(paidLate(61, 62, 63), today);
    expect(habit && lateHabitWords(habit)).toBe(
      '3 invoices paid in the last year, on average 62 days after the due date, 3 of them more than 60 days late',
    );
  });

  it('paying an invoice later never ends a habit, nor does the order in which they are known', () => {
    const days = fc.array(fc.integer({ min: -20, max: 120 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(days, fc.nat(), fc.nat({ max: 60 }), (late, which, more) => {
        const before = lateHabit(paidLate(...late), today);
        const index = which % late.length;
        const later = paidLate(...late.with(index, (late[index] ?? 0) + more));
        if (before) expect(lateHabit(later, today)).toBeDefined();
        expect(lateHabit([...later].reverse(), today)).toEqual(lateHabit(later, today));
      }),
    );
  });
});

describe('steady late payers', () => {
  it('usually pay by the median of the last six, if each lies within three days of it and it is at most 15', () => {
    expect(usualDelay(steady, today)).toBe(12);
    expect(usualDelay(paidLate(90, 12, 10, 11, 13, 12, 14), today)).toBe(12);
    expect(usualDelay(paidLate(12, 10, 11, 13, 12, 16), today)).toBeUndefined();
    expect(usualDelay(paidLate(16, 16, 16, 16, 16, 16), today)).toBeUndefined();
    expect(usualDelay(paidLate(15, 15, 15, 15, 15, 15), today)).toBe(15);
    expect(usualDelay(paidLate(0, 0, 0, 0, 0, 0), today)).toBeUndefined();
    expect(usualDelay(paidLate(12, 12, 12, 12, 12), today)).toBeUndefined();
  });

  it('a median between two days counts as the later one', () => {
    expect(usualDelay(paidLate(10, 10, 10, 11, 11, 11), today)).toBe(11);
  });

  it('the usual day is late by 1 to 15 days, whatever was paid when', () => {
    const days = fc.array(fc.integer({ min: -3, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, (late) => {
        const usual = usualDelay(paidLate(...late), today);
        if (usual !== undefined) expect(usual >= 1 && usual <= 15).toBe(true);
      }),
    );
  });

  it('the reminder goes on time, the call beside it waits, and why says so', () => {
    const late = { invoices: [invoice('1041', '2026-11-16')], contacts: [contact('ana')] };
    const decision = on('2026-11-23', { ...late, paid: steady });
    expect(decision.take).toMatchObject({ stage: 'chase', call: 'beside', callFrom: dayOf('2026-11-28') });
    expect(decision.reasons).toContainEqual({
      rule: 'usual_day',
      outcome: 'note',
      sentence:
        'A steady late payer, who usually pays 12 days after the due date: the mail goes on time, the call beside it waits until 28 Nov 2026',
    });
    expect(on('2026-11-23', late).take?.callFrom).toBeUndefined();
    expect(on('2026-11-30', { ...late, paid: steady }).take).toMatchObject({
      stage: 'chase',
      callFrom: undefined,
    });
  });

  it('a call of its own waits for the usual day, where the policy calls before it', () => {
    const policy = readPolicy({
      key: 'business',
      name: 'Early calls',
      rungs: [{ key: 'commitment_call', kind: 'contact', day: 5 }],
    });
    const known = { invoices: [invoice('1041', '2026-11-16')], contacts: [contact('ana')] };
    expect(on('2026-11-23', known, { policy }).take?.stage).toBe('commitment_call');
    const waits = on('2026-11-23', { ...known, paid: steady }, { policy });
    // 28 November is a Saturday
    expect(waits.waiting).toEqual({ stage: 'commitment_call', why: 'usual_day', until: dayOf('2026-11-30') });
    expect(on('2026-11-30', { ...known, paid: steady }, { policy }).take?.stage).toBe('commitment_call');
  });

  it('the call that was left out is due on the usual day, unless somebody has heard from them or the ladder calls itself', () => {
    const known = {
      invoices: [invoice('1041', '2026-11-16')],
      steps: [step('chase', '1041', '2026-11-23')],
      activities: [mail('2026-11-23')],
      paid: steady,
    };
    const asked = (more: Partial<DebtorFacts> = {}) => usualDayCalls(inputOf({ ...known, ...more }));
    expect(asked()).toMatchObject([{ usualOn: dayOf('2026-11-28'), askOn: dayOf('2026-11-30') }]);
    expect(asked({ paid: [] })).toEqual([]);
    expect(asked({ holds: [hold('2026-11-23', '2026-12-04')] })).toEqual([]);
    expect(asked({ activities: [activity('call', '2026-11-23', { rightParty: true })] })).toEqual([]);
    expect(asked({ steps: [step('chase', '1041', '2026-11-23', { state: 'pending' })] })).toEqual([]);
    const again = step('chase', '1041', '2026-11-30', { state: 'pending', stageDay: 14 });
    expect(asked({ steps: [...known.steps, again] })).toEqual([]);
  });
});

describe('a message beside the ladder', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const asked = (known: Partial<DebtorFacts>, writtenAt?: Date) =>
    mayWrite({ input: inputOf(known), kind: 'terms_reminder', writtenAt, now });

  it('goes by the rules of notices', () => {
    expect(asked({})).toEqual({ verdict: 'send' });
    expect(asked({ activities: [mail('2026-11-20')] })).toMatchObject({ verdict: 'wait', rule: 'spacing' });
    expect(asked({ holds: [hold('2026-11-20', '2026-12-04')] })).toMatchObject({
      verdict: 'gone',
      rule: 'on_hold',
    });
    expect(asked({ handedOff: { on: today, toName: 'Atlas' } })).toMatchObject({ verdict: 'gone' });
    expect(asked({ contacts: [] })).toMatchObject({ rule: 'no_recipient' });
    const before = new Date('2026-11-23T09:00:00Z');
    expect(asked({ activities: [activity('reply', '2026-11-23')] }, before)).toMatchObject({
      verdict: 'changed',
      rule: 'reply',
    });
  });

  it('rests while the customer says that all is paid, but not for a pause of one invoice', () => {
    expect(asked({ holds: [hold('2026-11-20', '2026-11-24', { kind: 'already_paid' })] }).verdict).toBe(
      'gone',
    );
    expect(asked({ holds: [hold('2026-11-20', '2026-11-24', { invoiceId: '1041' })] }).verdict).toBe('send');
  });
});
