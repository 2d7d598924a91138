import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { collectable } from '../../src/core/collectable.ts';
import { addDays, dateOfDay, dayOf, isoDay } from '../../src/core/day.ts';
import type { DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { mayWrite } from '../../src/core/mayWrite.ts';
import { monthEndOn, monthStart } from '../../src/core/monthEnd.ts';
import { quietDays } from '../../src/core/quietDays.ts';
import { readSettings } from '../../src/core/settings.ts';
import { statementPosition } from '../../src/core/statementPosition.ts';
import {
  activity,
  contact,
  dispute,
  facts,
  hold,
  invoice,
  mail,
  promise,
  settings,
  step,
  weekdays,
} from './ladder.ts';

const calendar = businessCalendar({ country: 'GB' });
const end = (day: string, closesOn: number | null = null) => {
  const found = monthEndOn(dayOf(day), { calendar, closesOn });
  return found && [isoDay(found.month), isoDay(found.on)];
};

const days = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-12-31') });

function inputOf(known: Partial<DebtorFacts>, day = '2026-11-30'): DecisionInput {
  const today = dayOf(day);
  return {
    facts: facts({ contacts: [contact('ana')], ...known }),
    policy: businessPolicy,
    settings,
    today,
    calendar: weekdays,
    debtorCalendar: weekdays,
    paymentsFreshUntil: today,
  };
}

describe('the end of a month', () => {
  it('is its last business day, and five more to make up for what had to wait', () => {
    // 31 October 2026 is a Saturday
    expect(end('2026-10-29')).toBeUndefined();
    expect(end('2026-10-30')).toEqual(['2026-10-01', '2026-10-30']);
    expect(end('2026-10-31')).toEqual(['2026-10-01', '2026-10-30']);
    expect(end('2026-11-06')).toEqual(['2026-10-01', '2026-10-30']);
    expect(end('2026-11-07')).toBeUndefined();
    // Thursday: Friday 1 January is closed
    expect(end('2026-12-31')).toEqual(['2026-12-01', '2026-12-31']);
    expect(end('2027-01-04')).toEqual(['2026-12-01', '2026-12-31']);
  });

  it('a month without a business day has none, and the one before keeps its own', () => {
    const closed = {
      isOpen: (day: number) => dateOfDay(day as never).getUTCMonth() !== 10 && weekdays.isOpen(day as never),
    };
    const months = { calendar: closed, closesOn: null };
    expect(monthEndOn(dayOf('2026-11-30'), months)).toMatchObject({ month: dayOf('2026-10-01') });
  });

  it('where the books close on a day of their own, it is the last business day up to then', () => {
    // a Sunday
    expect(end('2026-10-22', 25)).toBeUndefined();
    expect(end('2026-10-23', 25)).toEqual(['2026-10-01', '2026-10-23']);
    expect(end('2026-10-30', 25)).toEqual(['2026-10-01', '2026-10-23']);
    expect(end('2026-10-31', 25)).toBeUndefined();
    // Friday 1 January is closed: the first business day after it
    expect(end('2027-01-01', 2)).toBeUndefined();
    expect(end('2027-01-04', 2)).toEqual(['2027-01-01', '2027-01-04']);
  });

  it('each month has one business day on which it ends, on or before the day of closing unless nobody works up to it', () => {
    const closing = fc.option(fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(days, closing, (day, closesOn) => {
        const found = monthEndOn(day as never, { calendar, closesOn });
        if (!found) return;
        const { month, on } = found;
        expect(calendar.isOpen(on)).toBe(true);
        expect(on <= day && monthStart(on) === month).toBe(true);
        const closed =
          closesOn === null ? addDays(monthStart(addDays(month, 31)), -1) : addDays(month, closesOn - 1);
        const [from, to] = on <= closed ? [addDays(on, 1), closed] : [month, addDays(on, -1)];
        for (let between = from; between <= to; between = addDays(between, 1))
          expect(calendar.isOpen(between)).toBe(false);
      }),
    );
  });

  it('one month at a time, always in a month that has begun, from an open day on', () => {
    fc.assert(
      fc.property(days, (day) => {
        const found = monthEndOn(day as never, { calendar, closesOn: null });
        if (!found) return;
        expect(dateOfDay(found.month).getUTCDate()).toBe(1);
        expect(calendar.isOpen(found.on)).toBe(true);
        expect(found.on >= found.month && found.on <= day && day - found.on < 25).toBe(true);
        for (let after = addDays(found.on, 1); dateOfDay(after).getUTCDate() !== 1; after = addDays(after, 1))
          expect(calendar.isOpen(after)).toBe(false);
      }),
    );
  });
});

describe('a statement', () => {
  const now = new Date('2026-11-30T10:00:00Z');
  const may = (known: Partial<DebtorFacts>) => mayWrite({ input: inputOf(known), kind: 'statement', now });
  const open = { invoices: [invoice('1041', '2026-11-16'), invoice('1042', '2026-12-20')] };

  it('lists all that is open, due or not, with credits and what is contested', () => {
    const known = facts({
      invoices: [...open.invoices, invoice('CN-1', '2026-11-10', { amount: -30_000n })],
      unapplied: [{ currency: 'EUR', amount: 10_000n }],
      disputes: [dispute('1041', '2026-11-20')],
    });
    const position = statementPosition({ facts: known, today: dayOf('2026-11-30'), settings });
    expect(position.invoices.map(({ invoice: { number }, contested }) => [number, contested])).toEqual([
      ['1041', 100_000n],
      ['1042', 0n],
    ]);
    expect(position.credits).toEqual([
      { number: 'CN-1', currency: 'EUR', amount: 30_000n },
      { currency: 'EUR', amount: 10_000n },
    ]);
    expect(position.isOwed).toBe(true);
  });

  it('asks for what the chase collects: both count the same credits, and no others', () => {
    const today = dayOf('2026-11-30');
    const amounts = fc.bigInt({ min: 1n, max: 500_000n });
    const currencies = fc.constantFrom('EUR', 'USD');
    const missingSince = fc.constantFrom(undefined, today, addDays(today, -9), addDays(today, 1));
    const item = fc.record({ amount: amounts, currency: currencies, missingSince, isCredit: fc.boolean() });
    const cash = fc.record({
      amount: amounts,
      currency: currencies,
      other: fc.bigInt({ min: 0n, max: 500_000n }),
    });
    const limit = readSettings({ smallBalance: {} });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), fc.array(cash, { maxLength: 3 }), (items, money) => {
        const known = facts({
          invoices: items.map(({ amount, currency, missingSince, isCredit }, index) =>
            invoice(`${1041 + index}`, '2026-11-16', {
              ...{ amount: isCredit ? -amount : amount, currency, missingSince },
            }),
          ),
          unapplied: money.map(({ amount, currency, other }) => ({
            ...{ currency, amount, forOther: other < amount ? other : amount },
          })),
        });
        const position = statementPosition({ facts: known, today, settings: limit });
        const book = collectable(known, { today, window: 0, settings: limit });
        for (const currency of ['EUR', 'USD']) {
          const of = <T extends { currency: string }>(all: readonly T[]) =>
            all.filter((x) => x.currency === currency);
          const sum = (all: readonly bigint[]) => all.reduce((total, amount) => total + amount, 0n);
          const listed = sum(of(position.invoices.map((p) => p.invoice)).map((i) => i.outstanding));
          const stated = listed - sum(of(position.credits).map(({ amount }) => amount));
          const chased = sum(
            book.items
              .filter((i) => i.invoice.currency === currency && i.barrier?.kind !== 'missing')
              .map(({ amount }) => amount),
          );
          expect(chased).toBe(stated > 0n ? stated : 0n);
        }
      }),
    );
  });

  it('goes three days after another message at least, or before: the distance is not asked of it, the day is', () => {
    expect(may({ ...open, activities: [mail('2026-11-27')] })).toEqual({ verdict: 'send' });
    expect(may({ ...open, activities: [mail('2026-11-30')] })).toMatchObject({
      verdict: 'wait',
      rule: 'spacing',
    });
    const three = ['2026-11-25', '2026-11-26', '2026-11-27'].map((day) => mail(day));
    expect(may({ ...open, activities: three })).toMatchObject({
      verdict: 'wait',
      until: dayOf('2026-12-02'),
    });
  });

  it('does not go to stopped, handed-off, paused or net-credit accounts, nor where nothing is open', () => {
    const insolvent = { kind: 'insolvency' as const, sinceOn: dayOf('2026-11-01') };
    const none = [
      { ...open, conditions: [insolvent] },
      { ...open, handedOff: { on: dayOf('2026-11-01'), toName: 'Atlas' } },
      { ...open, holds: [hold('2026-11-20', '2026-12-04')] },
      { ...open, unapplied: [{ currency: 'EUR', amount: 200_000n }] },
      {},
      { invoices: [invoice('1041', '2026-11-16', { missingSince: dayOf('2026-11-20') })] },
    ];
    for (const known of none) expect(may(known).verdict).toBe('gone');
    const credit = invoice('1041', '2026-11-16', { currency: 'USD' });
    expect(may({ invoices: [credit], unapplied: [{ currency: 'EUR', amount: 200_000n }] }).verdict).toBe(
      'send',
    );
  });

  it('waits for money that was seen or reported, and goes with what is disputed or promised', () => {
    const seen = hold('2026-11-27', '2026-12-02', { kind: 'payment_seen', invoiceId: '1041' });
    expect(may({ ...open, holds: [seen] })).toMatchObject({ verdict: 'wait', until: dayOf('2026-12-03') });
    expect(may({ ...open, disputes: [dispute('1041', '2026-11-20')] }).verdict).toBe('send');
    expect(may({ ...open, promises: [promise('1041', '2026-11-20', '2026-12-04')] }).verdict).toBe('send');
    const everywhere = hold('2026-11-27', '2026-12-02', { kind: 'already_paid' });
    expect(may({ ...open, holds: [everywhere] })).toMatchObject({
      verdict: 'wait',
      until: dayOf('2026-12-03'),
    });
    const all = [dispute('1041', '2026-11-20'), dispute('1042', '2026-11-20')];
    expect(may({ ...open, disputes: all })).toMatchObject({ verdict: 'gone', rule: 'disputed' });
  });
});

describe('an account that has gone quiet', () => {
  const late = {
    invoices: [invoice('1041', '2026-10-01')],
    steps: [step('commitment_call', '1041', '2026-11-02')],
  };
  const quiet = (known: Partial<DebtorFacts>) => quietDays(inputOf(known));

  it('is swept up after 15 days in which nothing was done', () => {
    expect(quiet(late)).toBe(28);
    expect(quiet({ ...late, activities: [mail('2026-11-15')] })).toBe(15);
    expect(quiet({ ...late, activities: [mail('2026-11-16')] })).toBeUndefined();
    expect(quiet({ ...late, activities: [activity('note', '2026-11-29')] })).toBe(28);
    expect(quiet({ invoices: [invoice('1041', '2026-11-20')] })).toBeUndefined();
  });

  it('but not where it rests, is stopped, is asked about already or is not overdue', () => {
    const prompt = { id: 'p', kind: 'call', open: true, openedAt: new Date(0) };
    for (const known of [
      { ...late, promises: [promise('1041', '2026-11-01', '2026-12-04')] },
      { ...late, holds: [hold('2026-11-01', '2026-12-04')] },
      { ...late, disputes: [dispute('1041', '2026-11-01')] },
      { ...late, handedOff: { on: dayOf('2026-11-01'), toName: 'Atlas' } },
      { ...late, prompts: [prompt] },
      { ...late, awaitsApproval: true },
      { invoices: [invoice('1041', '2026-11-30')] },
    ])
      expect(quiet(known)).toBeUndefined();
  });
});
