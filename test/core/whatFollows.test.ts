import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { businessPolicy, defaultPolicyFor } from '../../src/core/defaultPolicies.ts';
import type { DebtorKind } from '../../src/core/facts.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { whatFollows } from '../../src/core/whatFollows.ts';
import { facts } from './ladder.ts';

const next = (stage: string, kind: DebtorKind = 'business', policy: Policy = defaultPolicyFor(kind)) =>
  whatFollows(stage, {
    policy,
    today: dayOf('2026-11-23'),
    facts: facts({ debtor: { id: 'n', kind, country: 'GB', zone: 'Europe/London' } }),
  });

/** The business policy without some of its stages. */
const without = (...off: string[]) =>
  readPolicy({
    ...businessPolicy,
    rungs: businessPolicy.rungs.map((rung) => ({ ...rung, enabled: !off.includes(rung.key) })),
  });

test('a business is told of the next letter, and after a demand of the hand-off', () => {
  expect(next('firm_notice')).toContain('a final notice');
  expect(next('final_notice')).toBe('a formal letter of demand');
  expect(next('demand_letter')).toContain('a claim in court');
});

test.each(['sole_trader', 'individual'] as const)('a %s is told how long they would still have', (kind) => {
  expect(next('firm_notice', kind)).toContain('a final notice');
  expect(next('final_notice', kind)).toContain('another 30 days');
  const short = readPolicy({
    ...defaultPolicyFor(kind),
    rungs: defaultPolicyFor(kind).rungs.map((rung) => ({
      ...rung,
      ...(rung.posted && { deadlineDays: 14 }),
    })),
  });
  expect(next('final_notice', kind, short)).toContain('another 30 days');
});

test('nobody is told of what the policy does not provide', () => {
  expect(next('firm_notice', 'business', without('final_notice'))).toBe('a formal letter of demand');
  expect(next('final_notice', 'business', without('demand_letter'))).toContain('a claim in court');
  expect(next('final_notice', 'business', without('demand_letter', 'hand_off'))).toBeUndefined();
  expect(next('demand_letter', 'business', without('hand_off'))).toBeUndefined();
});

test('friendly reminders warn of nothing, nor does what a team does by itself', () => {
  for (const stage of ['pre_due', 'due', 'chase', 'commitment_call', 'statement'])
    expect(next(stage)).toBeUndefined();
  const own = { key: 'own_letter', kind: 'written', day: 65, harsh: true };
  const rungs = businessPolicy.rungs.flatMap((rung) => (rung.key === 'final_notice' ? [own, rung] : [rung]));
  const policy = readPolicy({ ...businessPolicy, rungs });
  expect(next('firm_notice', 'business', policy)).toContain('a final notice');
  expect(next('own_letter', 'business', policy)).toContain('a final notice');
});
