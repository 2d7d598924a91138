import { expect, test } from 'vitest';
import { businessPolicy, defaultPolicies, privatePolicy } from '../../src/core/defaultPolicies.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { policyProblems } from '../../src/core/policyProblems.ts';

type Change = Record<string, Partial<Policy['rungs'][number]>>;

const changed = (policy: Policy, change: Change, more: Partial<Policy> = {}) =>
  readPolicy({ ...policy, rungs: policy.rungs.map((rung) => ({ ...rung, ...change[rung.key] })), ...more });
const everything = Object.fromEntries(businessPolicy.rungs.map(({ key }) => [key, { enabled: true }]));

test('the default policies have none, with every stage in use too', () => {
  for (const policy of defaultPolicies) {
    expect(policyProblems(policy)).toEqual([]);
    const tasks = policy.tasks.map((task) => ({ ...task, enabled: true }));
    expect(policyProblems(changed(policy, everything, { tasks }))).toEqual([]);
  }
});

const table: [string, Policy, RegExp][] = [
  [
    'a gate on a stage that is not in use',
    changed(businessPolicy, { commitment_call: { enabled: false } }),
    /never reached.*firm date/,
  ],
  [
    'two stages on one day, the later without a gate',
    changed(businessPolicy, { chase: { day: 0, repeat: undefined } }),
    /Due today is never reached/,
  ],
  [
    'a repeat that the next stage overtakes',
    changed(businessPolicy, { chase: { repeat: { kind: 'days', days: [14, 30] } } }),
    /day 30/,
  ],
  [
    'a deadline to wait for that nobody names',
    changed(businessPolicy, { ...everything, final_notice: { deadlineDays: undefined } }),
    /no stage that it needs names one/,
  ],
  [
    'less than the law gives a private individual',
    changed(privatePolicy, { ...everything, demand_letter: { enabled: true, deadlineDays: 29 } }),
    /30 days.*Pre-Action Protocol/,
  ],
  [
    'less than procedure gives a business',
    changed(businessPolicy, { ...everything, demand_letter: { enabled: true, deadlineDays: 13 } }),
    /14 days/,
  ],
  ...(
    [
      ['a credit hold that no manager approves', { approvedBy: [] }, /Credit hold must be approved/],
      ['a credit hold on payments that are out of date', { harsh: false }, /Credit hold must be harsh/],
    ] as [string, Partial<Policy['tasks'][number]>, RegExp][]
  ).map(([name, change, said]): [string, Policy, RegExp] => [
    name,
    changed(
      businessPolicy,
      {},
      {
        tasks: businessPolicy.tasks.map((task) =>
          task.key === 'credit_hold' ? { ...task, ...change } : task,
        ),
      },
    ),
    said,
  ]),
  [
    'a visit to private customers that no manager agrees to',
    changed(
      privatePolicy,
      {},
      { tasks: privatePolicy.tasks.map((task) => ({ ...task, enabled: true, approvedBy: [] })) },
    ),
    /Visit must be approved/,
  ],
  [
    'no stage in use',
    changed(
      businessPolicy,
      Object.fromEntries(businessPolicy.rungs.map(({ key }) => [key, { enabled: false }])),
      { tasks: [] },
    ),
    /No stage/,
  ],
];

test.each(table)('%s', (_, policy, said) => {
  expect(policyProblems(policy).join(' ')).toMatch(said);
});

test('the law of a country is asked of the policies that are for it', () => {
  const short = { ...everything, demand_letter: { enabled: true, deadlineDays: 14 } };
  const appliesTo = { ...privatePolicy.appliesTo, countries: ['DE'] };
  expect(policyProblems(changed(privatePolicy, short, { appliesTo }))).toEqual([]);
  expect(policyProblems(changed(privatePolicy, short))).toHaveLength(1);
});
