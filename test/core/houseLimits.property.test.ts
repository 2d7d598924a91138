import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactAllowance } from '../../src/core/contactRules.ts';
import { type Day, dayOf } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { ActivityFact, DebtorFacts } from '../../src/core/facts.ts';
import { LIMIT_OVERRIDDEN } from '../../src/core/houseLimits.ts';
import { maySend } from '../../src/core/maySend.ts';
import { timeIn } from '../../src/core/zone.ts';
import { activity, contact, facts, hold, invoice, promise, settings, step, weekdays } from './ladder.ts';

const TODAY = dayOf('2026-11-25');
const iso = (daysAgo: number) => new Date(Date.UTC(2026, 10, 25 - daysAgo)).toISOString().slice(0, 10);
const override = (known: Partial<ActivityFact>, daysAgo = 0) =>
  activity('note', iso(daysAgo), { outcome: LIMIT_OVERRIDDEN, reason: 'they asked for it', ...known });

const kinds = fc.constantFrom('business', 'sole_trader', 'individual' as const);
const debtors = fc
  .record({ kind: kinds, forAnotherCreditor: fc.boolean() })
  .map((known) => ({ id: 'd', country: 'GB', zone: 'Europe/London', ...known }) as const);
const calls = fc
  .record({
    ago: fc.integer({ min: 0, max: 9 }),
    outcome: fc.constantFrom('no_answer', 'promised', 'wrong_number'),
    asked: fc.boolean(),
  })
  .map(({ ago, outcome, asked }) =>
    activity('call', iso(ago), { contactId: 'ana', outcome, requested: asked }),
  );
const conditions = fc.option(
  fc.constantFrom('cease', 'insolvency', 'representation', 'breathing_space', 'bereavement' as const),
  { nil: undefined, freq: 3 },
);
const flags = fc.record({
  doNotContact: fc.boolean(),
  refusedChannels: fc.subarray(['call', 'email']),
  deadChannels: fc.subarray(['call']),
});
const reachable = { doNotContact: false, refusedChannels: [], deadChannels: [] };

test('a reason lets a call go exactly where house limits alone refuse it, for that person and that day', () => {
  fc.assert(
    fc.property(
      fc.record({
        debtor: debtors,
        activities: fc.array(calls, { maxLength: 8 }),
        condition: conditions,
        known: fc.oneof(fc.constant(reachable), flags),
        daysAgo: fc.integer({ min: 0, max: 6 }),
        hour: fc.integer({ min: 0, max: 23 }),
      }),
      ({ debtor, activities, condition, known, daysAgo, hour }) => {
        const now = new Date(`${iso(daysAgo)}T${String(hour).padStart(2, '0')}:30:00Z`);
        const ask = (also: ActivityFact[]) =>
          contactAllowance({
            facts: {
              debtor,
              contacts: [],
              activities: [...activities, ...also],
              conditions: condition ? [{ kind: condition, sinceOn: dayOf(iso(9)) }] : [],
            },
            contact: contact('ana', known),
            channel: 'call',
            calendar: weekdays,
            now,
          });
        const before = ask([]);
        const after = ask([override({ contactId: 'ana' }, daysAgo)]);
        expect(after.allowed).toBe(before.allowed || before.mayOverride);
        expect(after.mayOverride).toBe(false);
        for (const other of [
          override({ contactId: 'bob' }, daysAgo),
          override({ contactId: 'ana' }, daysAgo + 1),
        ])
          expect(ask([other])).toEqual(before);
        if (!before.mayOverride) return;
        expect(condition).toBeUndefined();
        expect(known).toMatchObject({ doNotContact: false, deadChannels: [] });
        expect(known.refusedChannels).not.toContain('call');
        expect(debtor.kind === 'individual' && debtor.forAnotherCreditor).toBe(false);
        if (debtor.kind !== 'individual') return;
        const time = timeIn('Europe/London', now);
        expect(weekdays.isOpen(dayOf(iso(daysAgo))) && time >= '09:00' && time < '18:00').toBe(true);
      },
    ),
  );
});

const mails = fc
  .record({ ago: fc.integer({ min: 0, max: 8 }), contactId: fc.constantFrom('jane', 'bob') })
  .map(({ ago, contactId }) => activity('email', iso(ago), { counted: true, contactId }));

test('a reason lets a reminder go exactly where the distance between messages alone refuses it, never a second one that day', () => {
  fc.assert(
    fc.property(
      fc.record({
        debtor: debtors,
        activities: fc.array(fc.oneof(mails, fc.constant(activity('reply', iso(0)))), { maxLength: 5 }),
        condition: conditions,
        stop: fc.constantFrom('none', 'none', 'none', 'paid', 'promised', 'held', 'part'),
        known: fc.oneof(fc.constant(reachable), flags),
      }),
      ({ debtor, activities, condition, stop, known }) => {
        const open = invoice('A', '2026-11-18', stop === 'part' ? { partPaidOn: dayOf(iso(1)) } : {});
        const chase = step('chase', 'A', iso(0), {
          id: 's',
          state: 'pending',
          doneOn: undefined,
          stageDay: 7,
        });
        const all: Partial<DebtorFacts> = {
          debtor,
          invoices: stop === 'paid' ? [] : [open],
          promises: stop === 'promised' ? [promise('A', iso(2), '2026-11-30')] : [],
          holds: stop === 'held' ? [hold(iso(2), '2026-11-30')] : [],
          conditions: condition ? [{ kind: condition, sinceOn: dayOf(iso(9)) }] : [],
          contacts: [contact('jane', known)],
          steps: [chase],
        };
        const input = (also: ActivityFact[]) => ({
          facts: facts({ ...all, activities: [...activities, ...also] }),
          policy: businessPolicy,
          settings,
          today: TODAY as Day,
          calendar: weekdays,
          debtorCalendar: weekdays,
        });
        const ask = (also: ActivityFact[]) =>
          maySend({ input: input(also), stepId: 's', now: new Date('2026-11-25T10:00:00Z') });
        const before = ask([]);
        const after = ask([override({ stepId: 's' })]);
        const mayOverride = before.verdict !== 'send' && before.mayOverride === true;
        expect(after.verdict === 'send').toBe(before.verdict === 'send' || mayOverride);
        expect(ask([override({ stepId: 'another' })])).toEqual(before);
        if (!mayOverride) return;
        expect(before).toMatchObject({ verdict: 'wait', rule: 'spacing' });
        expect(stop).toBe('none');
        expect(activities.some(({ on }) => on === TODAY)).toBe(false);
        expect(debtor.kind === 'individual' && debtor.forAnotherCreditor).toBe(false);
        const told = decide(input([override({ stepId: 's' })])).reasons;
        expect(told.find(({ rule }) => rule === LIMIT_OVERRIDDEN)?.sentence).toContain('they asked for it');
      },
    ),
  );
});
