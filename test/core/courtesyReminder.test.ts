import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { noCourtesyReminder } from '../../src/core/courtesyReminder.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, PromiseFact } from '../../src/core/facts.ts';
import { mayWrite } from '../../src/core/mayWrite.ts';
import {
  activity,
  contact,
  dispute,
  facts,
  hold,
  invoice,
  mail,
  on,
  promise,
  settings,
  weekdays,
} from './ladder.ts';

const england = businessCalendar({ country: 'GB' });
/** for Friday 27 November, made on the Monday of that week */
const friday = promise('A', '2026-11-23', '2026-11-27');
const owed: Partial<DebtorFacts> = {
  invoices: [invoice('A', '2026-10-15')],
  promises: [friday],
  contacts: [contact('jane')],
};

function ruleOn(day: string, known: Partial<DebtorFacts> = {}) {
  const asked = { facts: facts({ ...owed, ...known }), calendar: england, today: dayOf(day) };
  return noCourtesyReminder(friday.id, asked)?.rule;
}

const forTheDay = (promised: string, known: Partial<PromiseFact> = {}) => ({
  promises: [promise('A', '2026-11-23', promised, known)],
});

describe('the day of a courtesy reminder', () => {
  it('is the business day before the payment', () => {
    expect(ruleOn('2026-11-25')).toBe('too_early');
    expect(ruleOn('2026-11-26')).toBeUndefined();
    expect(ruleOn('2026-11-27')).toBe('promise_due');
  });

  it('is the Friday for a Monday, and the day before the holidays for one in them', () => {
    expect(ruleOn('2026-11-26', forTheDay('2026-11-30'))).toBe('too_early');
    expect(ruleOn('2026-11-27', forTheDay('2026-11-30'))).toBeUndefined();
    for (const promised of ['2026-12-25', '2026-12-28', '2026-12-29']) {
      expect(ruleOn('2026-12-23', forTheDay(promised))).toBe('too_early');
      expect(ruleOn('2026-12-24', forTheDay(promised))).toBeUndefined();
    }
  });

  it('never comes where credits cover what was promised, or it was given in to', () => {
    const [bill] = owed.invoices ?? [];
    const note = (amount: bigint) => invoice('CN', '2026-11-24', { amount: -amount });
    const withNote = (amount: bigint) => ({ invoices: [...(bill ? [bill] : []), note(amount)] });
    expect(ruleOn('2026-11-26', withNote(100_000n))).toBe('netted');
    expect(ruleOn('2026-11-26', withNote(99_999n))).toBeUndefined();
    // the older invoice takes the credit first
    const older = invoice('B', '2026-10-01');
    expect(ruleOn('2026-11-26', { invoices: [...withNote(100_000n).invoices, older] })).toBeUndefined();
    const givenIn = { ...{ whole: false, endedOn: dayOf('2026-11-25') }, toBeCredited: 100_000n };
    expect(ruleOn('2026-11-26', { disputes: [dispute('A', '2026-11-24', givenIn)] })).toBe('netted');
  });

  it('never comes for what was promised the same day, for tomorrow', () => {
    const today = { promises: [promise('A', '2026-11-26', '2026-11-27', { id: friday.id })] };
    expect(ruleOn('2026-11-26', today)).toBe('too_early');
  });
});

describe('nobody is reminded of a promise', () => {
  it.each<[string, string, Partial<DebtorFacts>]>([
    [
      'that was kept',
      'promise_ended',
      forTheDay('2026-11-27', { state: 'kept', endedOn: dayOf('2026-11-25') }),
    ],
    [
      'that another took the place of',
      'promise_ended',
      forTheDay('2026-11-27', { state: 'superseded', endedOn: dayOf('2026-11-26') }),
    ],
    [
      'to which a manager has still to agree',
      'promise_agreement',
      forTheDay('2026-11-27', { awaitsAgreement: true }),
    ],
    [
      'that the payer has not confirmed',
      'promise_unconfirmed',
      forTheDay('2026-11-27', { confirmBy: dayOf('2026-11-27') }),
    ],
    ['whose invoices are paid', 'paid', { invoices: [] }],
    ['whose money is there and not placed', 'paid', { unapplied: [{ currency: 'EUR', amount: 100_000n }] }],
    [
      'that is missing from the ledger',
      'missing',
      { invoices: [invoice('A', '2026-10-15', { missingSince: dayOf('2026-11-24') })] },
    ],
    ['that is contested', 'disputed', { disputes: [dispute('A', '2026-11-25')] }],
    [
      'that finance saw at the bank',
      'payment_seen',
      { holds: [hold('2026-11-26', '2026-11-30', { kind: 'payment_seen', invoiceId: 'A' })] },
    ],
  ])('%s', (_, rule, known) => {
    expect(ruleOn('2026-11-26', known)).toBe(rule);
  });

  it('who may not be written to now, and everybody else hears once a day at most', () => {
    const asks = (known: Partial<DebtorFacts>) => {
      const input = {
        ...{ facts: facts({ ...owed, ...known }), policy: businessPolicy, settings },
        ...{ today: dayOf('2026-11-26'), calendar: weekdays, debtorCalendar: weekdays },
      };
      const now = new Date('2026-11-26T10:00:00Z');
      return mayWrite({ input, kind: 'promise_reminder', promiseId: friday.id, now }).verdict;
    };
    expect(asks({})).toBe('send');
    expect(asks({ activities: [mail('2026-11-25')] })).toBe('send');
    expect(asks({ activities: [mail('2026-11-26')] })).toBe('wait');
    expect(asks({ activities: ['20', '23', '25'].map((day) => mail(`2026-11-${day}`)) })).toBe('wait');
    expect(asks({ activities: [activity('reply', '2026-11-26')] })).toBe('wait');
    expect(asks({ conditions: [{ kind: 'insolvency', sinceOn: dayOf('2026-11-25') }] })).toBe('gone');
    expect(asks({ holds: [hold('2026-11-25', '2026-11-30')] })).toBe('gone');
    expect(asks({ contacts: [contact('jane', { doNotContact: true })] })).not.toBe('send');
  });
});

it('the decision of the day tells of it', () => {
  const rules = (day: string) => on(day, owed).reasons.map(({ rule }) => rule);
  expect(rules('2026-11-25')).not.toContain('courtesy_reminder');
  expect(rules('2026-11-26')).toContain('courtesy_reminder');
});

it('every promise has one business day for it, the last open one before the payment, and none when it is made too late', () => {
  const start = dayOf('2026-11-02');
  const shape = fc.record({
    closed: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 25 }),
    made: fc.integer({ min: 0, max: 20 }),
    ahead: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(shape, ({ closed, made, ahead }) => {
      const holidays = new Set<Day>(closed.map((after) => addDays(start, after)));
      const calendar = { isOpen: (day: Day) => weekdays.isOpen(day) && !holidays.has(day) };
      const madeOn = addDays(start, made);
      const promisedOn = addDays(madeOn, ahead);
      const given = promise('A', isoDay(madeOn), isoDay(promisedOn));
      const known = facts({ ...owed, promises: [given] });
      const days = Array.from({ length: ahead + 5 }, (_, index) => addDays(madeOn, index));
      const due = days.filter(
        (today) => calendar.isOpen(today) && !noCourtesyReminder(given.id, { facts: known, calendar, today }),
      );
      const before = days.filter((day) => madeOn <= day && day < promisedOn && calendar.isOpen(day));
      const last = before.at(-1);
      expect(due).toEqual(last === undefined || last === madeOn ? [] : [last]);
    }),
  );
});

describe('the mail that confirms what was agreed on Monday 23 November', () => {
  const justWrote = { activities: [mail('2026-11-23')] };
  const instalment = (promised: string, known: Partial<PromiseFact> = {}) =>
    promise('A', '2026-11-23', promised, { id: promised, planId: 'plan', amount: 50_000n, ...known });
  const inTwo = (first: Partial<PromiseFact>, second: Partial<PromiseFact> = {}) => ({
    promises: [
      instalment('2026-11-27', { id: friday.id, ...first }),
      instalment('2026-12-04', { invoices: [{ invoiceId: 'B', amount: 50_000n, inFull: true }], ...second }),
    ],
    invoices: [invoice('A', '2026-10-15'), invoice('B', '2026-10-15')],
  });
  const cash = (amount: bigint) => ({ unapplied: [{ currency: 'EUR', amount }] });
  const ended = (state: PromiseFact['state']) => ({ state, endedOn: dayOf('2026-11-23') });
  const ruleOfConfirming = (day: string, known: Partial<DebtorFacts>) => {
    const may = mayWrite({
      input: {
        ...{ facts: facts({ ...owed, ...known }), policy: businessPolicy, settings, today: dayOf(day) },
        ...{ calendar: weekdays, debtorCalendar: weekdays, paymentsFreshUntil: dayOf(day) },
      },
      ...{ kind: 'promise_confirmation', promiseId: friday.id, now: new Date(`${day}T10:00:00Z`) },
    });
    return may.verdict === 'send' ? 'send' : may.rule;
  };
  it.each([
    ['goes the same day', '2026-11-23', {}, 'send'],
    ['goes on the business day after', '2026-11-24', {}, 'send'],
    ['goes no later', '2026-11-25', {}, 'too_late'],
    [
      'goes to whoever has still to confirm it',
      '2026-11-23',
      forTheDay('2026-11-27', { confirmBy: dayOf('2026-11-24') }),
      'send',
    ],
    ['keeps no distance from what we started', '2026-11-23', justWrote, 'send'],
    [
      'not before a manager has agreed',
      '2026-11-23',
      forTheDay('2026-11-27', { awaitsAgreement: true }),
      'promise_agreement',
    ],
    ['not once the money came', '2026-11-23', { invoices: [] }, 'paid'],
    ['goes of a plan', '2026-11-24', inTwo({}), 'send'],
    ['goes of what is left of a plan', '2026-11-23', inTwo(ended('kept')), 'send'],
    [
      'not of a plan that is broken',
      '2026-11-23',
      inTwo(ended('broken'), ended('cancelled')),
      'promise_ended',
    ],
    [
      'not of a plan that another took the place of',
      '2026-11-23',
      inTwo(ended('superseded'), ended('superseded')),
      'promise_ended',
    ],
    [
      'not of a plan before a manager has agreed',
      '2026-11-23',
      inTwo({ awaitsAgreement: true }, { awaitsAgreement: true }),
      'promise_agreement',
    ],
    ['not of a plan two business days later', '2026-11-25', inTwo({}), 'too_late'],
    [
      'not of a plan with an invoice in dispute',
      '2026-11-23',
      { ...inTwo({}), disputes: [dispute('B', '2026-11-23')] },
      'disputed',
    ],
    [
      'not while the money of the next instalment is not placed',
      '2026-11-23',
      { ...inTwo({}), ...cash(50_000n) },
      'paid',
    ],
    ['goes for all that less money', '2026-11-23', { ...inTwo({}), ...cash(49_999n) }, 'send'],
  ])('%s', (_, day, known, expected) => {
    expect(ruleOfConfirming(day, known)).toBe(expected);
  });
});
