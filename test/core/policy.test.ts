import { describe, expect, test } from 'vitest';
import {
  businessPolicy,
  defaultPolicies,
  defaultPolicyFor,
  privatePolicy,
} from '../../src/core/defaultPolicies.ts';
import { preDueWindow, readPolicy } from '../../src/core/policy.ts';

const rung = (key: string, day: number, more: object = {}) => ({ key, kind: 'written', day, ...more });
const policy = (...rungs: object[]) => ({ key: 'p', name: 'P', rungs });

describe('the default policies', () => {
  test('are read back from the database as they were stored', () => {
    for (const one of defaultPolicies) expect(readPolicy(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });
  test('walk a business up the ladder', () => {
    const used = businessPolicy.rungs.filter(({ enabled }) => enabled).map(({ key, day }) => [key, day]);
    expect(used).toEqual([
      ['pre_due', -7],
      ['due', 0],
      ['chase', 7],
      ['commitment_call', 30],
      ['firm_notice', 60],
      ['final_notice', 75],
      ['demand_letter', 88],
      ['hand_off', 90],
    ]);
    expect(preDueWindow(businessPolicy)).toBe(7);
  });
  test('everything from the late-payment notice on is harsh, nothing before', () => {
    const harsh = businessPolicy.rungs.filter((one) => one.harsh).map(({ key }) => key);
    expect(harsh).toEqual(['firm_notice', 'final_notice', 'demand_letter', 'hand_off']);
  });
  test('sole traders and private individuals get the milder one', () => {
    expect(defaultPolicyFor('business')).toBe(businessPolicy);
    expect(defaultPolicyFor('sole_trader')).toBe(privatePolicy);
    expect(defaultPolicyFor('individual')).toBe(privatePolicy);
  });
});

describe('a policy that makes no sense is refused', () => {
  const table: [string, object][] = [
    ['without a rung', policy()],
    ['the same stage twice', policy(rung('due', 0), rung('due', 7))],
    ['stages out of order', policy(rung('chase', 7), rung('due', 0))],
    ['a gate on a later stage', policy(rung('due', 0, { gate: { needs: ['chase'] } }), rung('chase', 7))],
    ['a gate on an unknown stage', policy(rung('due', 0, { gate: { needs: ['dunning'] } }))],
    ['a repeat that goes back', policy(rung('chase', 7, { repeat: { kind: 'days', days: [21, 14] } }))],
    ['a word that the policy does not know', policy(rung('due', 0, { hash: true }))],
    ['half a day', policy(rung('due', 0.5))],
  ];
  test.each(table)('%s', (_mistake, stored) => {
    expect(() => readPolicy(stored)).toThrow();
  });
});

test('without a pre-due stage an invoice enters the policy on its due date', () => {
  expect(preDueWindow(readPolicy(policy(rung('pre_due', -7, { enabled: false }), rung('due', 0))))).toBe(0);
});
