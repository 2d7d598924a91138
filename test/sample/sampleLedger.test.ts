import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOpenDay } from '../../src/core/calendar.ts';
import { type Day, dayOf, isoDay, weekday } from '../../src/core/day.ts';
import { defaultPolicyFor } from '../../src/core/defaultPolicies.ts';
import { gateOpensOn } from '../../src/core/gates.ts';
import { timeIn } from '../../src/core/zone.ts';
import { ladderHistory } from '../../src/sample/ladderHistory.ts';
import type { SampleDebtor } from '../../src/sample/SampleDebtor.ts';
import { ledgerCsv, sampleLedger } from '../../src/sample/sampleLedger.ts';
import { businessDayBefore, sampleCalendar, sampleStart, storyDay } from '../../src/sample/sampleStart.ts';
import { samplePeople, slackChannels, slackUsers } from '../../src/sample/sampleTeam.ts';

const firstDay = dayOf('2026-11-20');
const debtors = sampleLedger(firstDay);

test('the same day gives the same ledger, another day the same ledger that much later', () => {
  expect(ledgerCsv(sampleLedger(firstDay))).toBe(ledgerCsv(debtors));
  const later = sampleLedger(dayOf('2027-03-02'));
  expect(later.map(({ name, invoices }) => [name, invoices.length])).toEqual(
    debtors.map(({ name, invoices }) => [name, invoices.length]),
  );
});

test('about sixty customers in three countries and currencies, mostly businesses', () => {
  expect(debtors).toHaveLength(60);
  expect(new Set(debtors.map(({ currency }) => currency))).toEqual(new Set(['GBP', 'EUR', 'USD']));
  const kinds = debtors.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'business').length).toBeGreaterThan(40);
  expect(kinds).toContain('sole_trader');
  expect(kinds).toContain('individual');
});

test('no name, address or number can be anybody’s', () => {
  const contacts = debtors.flatMap((debtor) => debtor.contacts);
  for (const { email } of contacts) if (email) expect(email).toMatch(/^[a-z.]+@[a-z-]+\.(example|invalid)$/);
  const fiction =
    /^(\+44 20 7946 0\d{3}|\+44 7700 900\d{3}|\+49 30 23125 \d{3}|\+49 176 040690\d{2}|\+1 \d{3} 555 01\d{2})$/;
  for (const { phone, mobile } of contacts) {
    for (const number of [phone, mobile]) if (number) expect(number).toMatch(fiction);
  }
  expect(slackUsers().every(({ email }) => email?.endsWith('.example'))).toBe(true);
});

test('invoices have numbers of their own, every age, and dates in their order', () => {
  const invoices = debtors.flatMap((debtor) => debtor.invoices);
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(invoices.length);
  for (const { issuedOn, dueOn, amount, settledOn } of invoices) {
    expect(issuedOn).toBeLessThanOrEqual(dueOn);
    expect(amount).not.toBe(0n);
    if (settledOn !== undefined) expect(settledOn).toBeLessThan(firstDay);
  }
  const late = invoices
    .filter(({ settledOn }) => settledOn === undefined)
    .map(({ dueOn }) => firstDay - dueOn);
  for (const [from, to] of [
    [-30, 0],
    [1, 30],
    [31, 60],
    [61, 90],
  ] as const) {
    expect(late.some((days) => from <= days && days <= to)).toBe(true);
  }
  expect(invoices.some(({ amount }) => amount < 0n)).toBe(true);
});

test('what was done before goes up the ladder on open days, never twice a day, never back', () => {
  for (const debtor of debtors) {
    const steps = ladderHistory(debtor, firstDay);
    const days = steps.map(({ takenOn }) => takenOn);
    expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    expect(days.every((day) => sampleCalendar.isOpen(day) && day < firstDay)).toBe(true);
  }
});

/** On which day the story takes the step after the formal ones. */
function nextFormalStep({ story }: SampleDebtor, first: Day) {
  if (story.notice) return { stage: 'demand_letter', takenOn: businessDayBefore(first) };
  return { stage: 'hand_off', takenOn: story.handedOff ? storyDay(first, story.handedOff.daysAgo) : first };
}

test('what went out with an approval was open by the policy, whatever day the story begins on', () => {
  const days = fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2036-01-01') });
  fc.assert(
    fc.property(days, (day) => {
      const first = nextOpenDay(sampleCalendar, day as Day);
      const formal = sampleLedger(first).filter(({ story }) => story.formal);
      expect(formal).toHaveLength(3);
      for (const debtor of formal) {
        const { rungs } = defaultPolicyFor(debtor.kind);
        const history = ladderHistory(debtor, first).map((step) => ({ ...step, doneOn: step.takenOn }));
        for (const { stage, takenOn } of [...history, nextFormalStep(debtor, first)]) {
          const rung = rungs.find(({ key }) => key === stage);
          const before = history.filter((step) => step.takenOn < takenOn);
          if (rung?.gate) expect(gateOpensOn(rung.gate, before, sampleCalendar)).toBeLessThanOrEqual(takenOn);
          expect(takenOn - (history[0]?.invoices[0]?.dueOn ?? first)).toBeGreaterThanOrEqual(rung?.day ?? 0);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a visitor begins on the last business day, when the daily digest is due', () => {
  const starts = [
    '2026-11-22T06:00:00Z',
    '2026-11-23T00:30:00Z',
    '2026-06-10T22:30:00Z',
    '2027-01-01T12:00:00Z',
  ];
  expect(starts.map((now) => sampleStart(new Date(now)).toISOString())).toEqual([
    '2026-11-20T08:30:00.000Z',
    '2026-11-23T08:30:00.000Z',
    '2026-06-10T07:30:00.000Z',
    '2026-12-31T08:30:00.000Z',
  ]);
  expect(timeIn('Europe/London', sampleStart(new Date('2026-06-10T22:30:00Z')))).toBe('08:30');
  expect(weekday(businessDayBefore(dayOf('2026-11-23')))).toBe(5);
  expect(isoDay(businessDayBefore(dayOf('2026-11-23')))).toBe('2026-11-20');
});

test('the newcomer is a manager, and everybody that is in a channel exists', () => {
  expect(slackUsers()[0]?.id).toBe(samplePeople.nora.id);
  expect(samplePeople.nora.role).toBe('manager');
  const ids = new Set(slackUsers().map(({ id }) => id));
  for (const { members } of slackChannels()) expect(members.every((id) => ids.has(id))).toBe(true);
  const isPrivate = Object.fromEntries(
    slackChannels().map((channel) => [channel.name, channel.is_private ?? false]),
  );
  expect(isPrivate).toMatchObject({ collections: true, approvals: true, finance: true });
});
