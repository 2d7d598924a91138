import { describe, expect, test } from 'vitest';
import { dayOf, isoDay } from '../../src/core/day.ts';
import { deadlineFor } from '../../src/core/deadlineFor.ts';
import { fallsUnderDebtClaims } from '../../src/core/debtClaimsProtocol.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorKind } from '../../src/core/facts.ts';
import { postedDeadline, receivedOn } from '../../src/core/postedLetter.ts';
import { facts, weekdays } from './ladder.ts';

test.each([
  ['a Monday', '2026-11-23', '2026-11-25'],
  ['a Thursday', '2026-11-26', '2026-11-30'],
  ['a Saturday', '2026-11-28', '2026-12-01'],
])('a letter posted on %s counts as received on the second business day after', (_day, posted, received) => {
  expect(isoDay(receivedOn(dayOf(posted), weekdays))).toBe(received);
});

test.each([
  ['in time: the date it names', '2026-11-23', '2026-12-15'],
  ['on the last day for it', '2026-11-27', '2026-12-15'],
  ['too late for it: 14 days after receipt', '2026-12-01', '2026-12-17'],
  ['never on a closed day', '2026-12-03', '2026-12-21'],
])('the date that counts when it was posted %s', (_when, posted, expected) => {
  const given = { printedOn: dayOf('2026-12-15'), postedOn: dayOf(posted), days: 14 };
  expect(isoDay(postedDeadline(given, weekdays))).toBe(expected);
});

describe('the date that a notice names', () => {
  const input = (kind: DebtorKind, country = 'GB') => ({
    policy: kind === 'business' ? businessPolicy : privatePolicy,
    calendar: weekdays,
    today: dayOf('2026-11-23'),
    facts: facts({ debtor: { id: 'n', kind, country, zone: 'Europe/London' } }),
  });
  test.each([
    ['a final notice: 10 days after its last day', 'final_notice', 'business', '2026-12-07'],
    ['a demand to a business: 14 days after receipt', 'demand_letter', 'business', '2026-12-15'],
    ['to a sole trader: 30', 'demand_letter', 'sole_trader', '2026-12-31'],
    ['to a private individual: 30', 'demand_letter', 'individual', '2026-12-31'],
  ] as const)('%s', (_rule, stage, kind, expected) => {
    const on = deadlineFor(input(kind), stage, dayOf('2026-11-27'));
    expect(on && isoDay(on)).toBe(expected);
  });
  test('never less than the protocol gives, whatever the policy says', () => {
    const on = deadlineFor(
      { ...input('individual'), policy: businessPolicy },
      'demand_letter',
      dayOf('2026-11-27'),
    );
    expect(on && isoDay(on)).toBe('2026-12-31');
  });
  test('a reminder names none', () => {
    expect(deadlineFor(input('business'), 'chase', dayOf('2026-11-27'))).toBeUndefined();
  });
});

test.each([
  ['a private individual in Britain', 'individual', 'GB', undefined, true],
  ['a sole trader in England', 'sole_trader', 'GB', 'ENG', true],
  ['a company', 'business', 'GB', undefined, false],
  ['somebody in Scotland, where other courts decide', 'individual', 'GB', 'GB-SCT', false],
  ['somebody in Scotland, by its name', 'individual', 'GB', 'scotland', false],
  ['somebody in Northern Ireland, by its name', 'individual', 'GB', 'Northern Ireland', false],
  ['somebody in a region that nobody knows', 'individual', 'GB', 'Surrey', true],
  ['somebody in Germany', 'individual', 'DE', undefined, false],
] as const)('the protocol for debt claims: %s', (_who, kind, country, region, expected) => {
  expect(fallsUnderDebtClaims({ kind, country, region }, dayOf('2026-11-23'))).toBe(expected);
});
