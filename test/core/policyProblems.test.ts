import { expect, test } from 'vitest';
import { businessPolicy, defaultPolicies, privatePolicy } from '../../src/core/defaultPolicies.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { policyProblems } from '../../src/core/policyProblems.ts';

type Change = Record<string, Partial<Policy['rungs'][number]>>;

const changed = (policy: Policy, change: Change, more: Partial<Policy> = {}) =>
  readPolicy({ ...policy, rungs: policy.rungs.map((rung) => ({ ...rung, ...change[rung.key] })), ...more });
const sentences = (policy: Policy) =>
  policyProblems(policy)
    .map(({ sentence }) => sentence)
    .join(' ');
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
    'a stage that is called like a message beside the ladder',
    readPolicy({
      ...businessPolicy,
      rungs: [{ ...businessPolicy.rungs[0], key: 'promise_reminder', day: -9 }, ...businessPolicy.rungs],
    }),
    /takes no step.*name of your own/,
  ],
  [
    'a gate on a stage that is not in use',
    changed(businessPolicy, { commitment_call: { enabled: false } }),
    /never reached.*firm date/,
  ],
  [
    'two stages on one day, the later without a gate',
    changed(businessPolicy, { chase: { day: 0, repeat: undefined } }),
    /Due-date reminder is never reached/,
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
  ...(
    [
      ['a credit hold as a stage of the ladder', { key: 'credit_hold', kind: 'task', day: 91 }, /beside the/],
      ['a hand-off that is written', { key: 'hand_off', kind: 'written', day: 91 }, /Hand-off is a task/],
      ['a hand-off that no manager approves', { key: 'hand_off', kind: 'task', day: 91 }, /by a manager/],
      [
        'a task of their own that waits for an approval',
        { key: 'ask_sales', kind: 'task', day: 91, approvedBy: ['manager'] },
        /Ask sales cannot wait for an approval/,
      ],
      [
        'a letter of their own by registered post',
        { key: 'own_letter', kind: 'written', day: 91, posted: true, approvedBy: ['manager'] },
        /cannot go by registered post/,
      ],
      [
        'a call that names a deadline',
        { key: 'last_word', kind: 'contact', day: 91, deadlineDays: 5 },
        /can name no deadline/,
      ],
      [
        'a call that is repeated in writing',
        {
          key: 'last_word',
          kind: 'contact',
          day: 91,
          repeat: { kind: 'following', modes: ['written'], thenEveryDays: 7 },
        },
        /is not written/,
      ],
      [
        'a stage that asks a viewer',
        { key: 'ask_sales', kind: 'task', day: 91, asks: 'viewer' },
        /never collects/,
      ],
      [
        'a call that finance is asked to make',
        { key: 'last_word', kind: 'contact', day: 91, asks: 'finance' },
        /Last word asks finance.*ask the owner, a collector or a manager/,
      ],
      [
        'a letter of their own that finance is asked to send',
        { key: 'own_letter', kind: 'written', day: 91, asks: 'finance' },
        /Own letter asks finance/,
      ],
      [
        'a hand-off that finance is asked to propose',
        { key: 'hand_off', kind: 'task', day: 91, asks: 'finance', approvedBy: ['manager'] },
        /Hand-off asks finance/,
      ],
    ] as [string, object, RegExp][]
  ).map(([name, rung, said]): [string, Policy, RegExp] => [
    name,
    readPolicy({ ...businessPolicy, rungs: [...businessPolicy.rungs.slice(0, -1), rung], tasks: [] }),
    said,
  ]),
  [
    'a final notice that names no date',
    changed(businessPolicy, {
      final_notice: { deadlineDays: undefined },
      demand_letter: { enabled: false },
      hand_off: { enabled: false },
    }),
    /Final notice names the date/,
  ],
  [
    'a formal demand that is not posted',
    changed(businessPolicy, { demand_letter: { posted: false } }),
    /set posted to true/,
  ],
  [
    'a stage that may be passed over although a later one needs it',
    readPolicy({
      ...businessPolicy,
      rungs: businessPolicy.rungs.flatMap((rung) =>
        rung.key === 'firm_notice' ? [{ key: 'ask_sales', kind: 'task', day: 45 }, rung] : [rung],
      ),
    }),
    /Late-payment notice may never be reached/,
  ],
  [
    'a hand-off beside the ladder',
    readPolicy({
      ...businessPolicy,
      rungs: businessPolicy.rungs.slice(0, -1),
      tasks: [{ key: 'hand_off', kind: 'task', day: 95 }],
    }),
    /stage of the ladder/,
  ],
  [
    'another contact after more reminders than there are',
    changed(businessPolicy, { chase: { repeat: undefined } }),
    /Another contact is never reached: it comes after 2 of .* taken once at most/,
  ],
  [
    'a task after more of a stage than it is repeated',
    changed(
      businessPolicy,
      {},
      {
        tasks: [
          ...readPolicy({
            ...businessPolicy,
            tasks: [{ key: 'ask_sales', kind: 'task', day: 40, unanswered: { stage: 'chase', times: 5 } }],
          }).tasks,
        ],
      },
    ),
    /Ask sales is never reached.*taken 4 times at most/,
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

test('finance may be asked to do a task of the team’s own', () => {
  const task = { key: 'credit_limit_review', kind: 'task', day: 55, asks: 'finance' };
  expect(policyProblems(readPolicy({ ...businessPolicy, tasks: [task] }))).toEqual([]);
  const rungs = [...businessPolicy.rungs.slice(0, 2), { ...task, key: 'check_invoice', day: 5 }];
  expect(policyProblems(readPolicy({ ...businessPolicy, rungs, tasks: [] }))).toEqual([]);
});

test.each(table)('%s', (_, policy, said) => {
  expect(sentences(policy)).toMatch(said);
});

test('the law of a country is asked of the policies that are for it', () => {
  const short = { ...everything, demand_letter: { enabled: true, deadlineDays: 14 } };
  const appliesTo = { ...privatePolicy.appliesTo, countries: ['DE'] };
  expect(policyProblems(changed(privatePolicy, short, { appliesTo }))).toEqual([]);
  expect(policyProblems(changed(privatePolicy, short))).toHaveLength(1);
});

const aboutCustomers = (policy: Policy, inUse: readonly Policy[]) =>
  policyProblems(policy, inUse).flatMap(({ path, sentence }) => (path[0] === 'appliesTo' ? [sentence] : []));

test.each([
  ['the same kinds', { kinds: ['business'] }, 1],
  ['another kind', { kinds: ['individual'] }, 0],
  ['a tag besides', { kinds: ['business'], tags: ['key account'] }, 0],
  ['a country besides', { kinds: ['business'], countries: ['GB'] }, 0],
  ['an amount besides', { kinds: ['business'], owesAtLeast: { EUR: 100 } }, 0],
])('a policy beside that for businesses, for %s', (_, appliesTo, problems) => {
  const policy = readPolicy({ ...businessPolicy, key: 'gentle', appliesTo });
  const found = aboutCustomers(policy, [businessPolicy, privatePolicy]);
  expect(found).toHaveLength(problems);
  for (const sentence of found) expect(sentence).toContain('the same customers as “Business customers”');
});

test('the order of kinds and countries makes no other customers, and a policy stands in no way of its own next version', () => {
  const appliesTo = { kinds: ['sole_trader', 'business'], countries: ['IE', 'GB'] };
  const one = readPolicy({ ...businessPolicy, appliesTo });
  const other = readPolicy({
    ...businessPolicy,
    key: 'gentle',
    appliesTo: { kinds: ['business', 'sole_trader'], countries: ['GB', 'IE'] },
  });
  expect(aboutCustomers(other, [one])).toHaveLength(1);
  expect(aboutCustomers(one, [one])).toEqual([]);
});
