import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { maySend } from '../../src/core/maySend.ts';
import { mayWrite } from '../../src/core/mayWrite.ts';
import { triedAgainAt } from '../../src/core/triedAgainAt.ts';
import { dayIn, timeIn } from '../../src/core/zone.ts';
import { contact, facts, invoice, settings, step } from './ladder.ts';

const ZONE = 'Europe/Berlin';
const SENDS_FROM = '09:00';
const START = dayOf('2026-12-01');
const debtors = fc
  .record({
    kind: fc.constantFrom('business', 'sole_trader', 'individual' as const),
    forAnotherCreditor: fc.boolean(),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland'),
  })
  .map((known) => ({ id: 'd', country: 'US', validationNoticeOn: START, ...known }) as const);
/** Two months around Christmas, with closing days of our own. */
const moments = fc.record({
  debtor: debtors,
  minutes: fc.integer({ min: 0, max: 60 * 24 * 60 - 1 }),
  closed: fc.array(
    fc.integer({ min: 0, max: 70 }).map((days) => isoDay(addDays(START, days))),
    { maxLength: 12 },
  ),
});

/** Asks about a first reminder, and a statement, that nothing else holds back. */
function asking({
  debtor,
  closed,
}: {
  debtor: typeof debtors extends fc.Arbitrary<infer D> ? D : never;
  closed: string[];
}) {
  const calendar = businessCalendar({ country: 'DE', closingDays: closed });
  const about = facts({
    debtor,
    contacts: [contact('jane')],
    invoices: [invoice('A', '2026-11-16')],
    steps: [step('chase', 'A', '2026-11-23', { id: 's', state: 'pending', doneOn: undefined, stageDay: 7 })],
  });
  const at = (now: Date) => {
    const input = {
      ...{ facts: about, policy: businessPolicy, settings, today: dayIn(ZONE, now) },
      ...{ calendar, debtorCalendar: businessCalendar({ country: 'US' }) },
    };
    return {
      notice: maySend({ input, stepId: 's', now }),
      statement: mayWrite({ input, kind: 'statement', now }),
    };
  };
  return { calendar, at };
}

test('nothing is sent on a day closed for us, nor to those whom the law protects outside their hours', () => {
  fc.assert(
    fc.property(moments, ({ debtor, minutes, closed }) => {
      const { calendar, at } = asking({ debtor, closed });
      const now = new Date(Date.UTC(2026, 11, 1, 0, minutes));
      const time = timeIn(debtor.zone, now);
      const isProtected = debtor.kind === 'individual' && debtor.forAnotherCreditor;
      const free = calendar.isOpen(dayIn(ZONE, now)) && (!isProtected || (time >= '08:00' && time < '21:00'));
      const { notice, statement } = at(now);
      expect([notice.verdict, statement.verdict]).toEqual(free ? ['send', 'send'] : ['wait', 'wait']);
    }),
  );
});

test('what waits is tried again later, in our hours of an open day, and goes out within a few tries', () => {
  fc.assert(
    fc.property(moments, ({ debtor, minutes, closed }) => {
      const { calendar, at } = asking({ debtor, closed });
      let now = new Date(Date.UTC(2026, 11, 1, 0, minutes));
      let tries = 0;
      for (let may = at(now).notice; may.verdict === 'wait'; may = at(now).notice) {
        const again = triedAgainAt(may, { now, calendar, zone: ZONE, sendsFrom: SENDS_FROM });
        expect(again.getTime()).toBeGreaterThan(now.getTime());
        expect(calendar.isOpen(dayIn(ZONE, again))).toBe(true);
        expect(timeIn(ZONE, again) >= SENDS_FROM).toBe(true);
        now = again;
        expect(++tries).toBeLessThanOrEqual(6);
      }
    }),
  );
});

test('approved on a Saturday it goes on Monday at nine, and after a long weekend on the day after it', () => {
  const again = (now: string, closed: string[] = []) => {
    const { calendar, at } = asking({
      debtor: {
        id: 'd',
        kind: 'business',
        country: 'US',
        zone: ZONE,
        forAnotherCreditor: false,
        validationNoticeOn: START,
      },
      closed,
    });
    const may = at(new Date(now)).notice;
    expect(may).toMatchObject({ verdict: 'wait', rule: 'closed_day' });
    const options = { now: new Date(now), calendar, zone: ZONE, sendsFrom: SENDS_FROM };
    return may.verdict === 'wait' ? triedAgainAt(may, options).toISOString() : undefined;
  };
  expect(again('2026-12-05T11:00:00Z')).toBe('2026-12-07T08:00:00.000Z');
  expect(again('2026-12-05T11:00:00Z', ['2026-12-07'])).toBe('2026-12-08T08:00:00.000Z');
  expect(again('2026-12-24T23:30:00Z')).toBe('2026-12-28T08:00:00.000Z');
});
