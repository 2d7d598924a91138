import { describe, expect, test } from 'vitest';
import { defaultPolicyFor } from '../../src/core/defaultPolicies.ts';
import type { DebtorKind } from '../../src/core/facts.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { activity } from './ladder.ts';
import { type Walk, walk } from './walk.ts';

const debtor = (kind: DebtorKind) => ({ id: 'northwind', kind, country: 'GB', zone: 'Europe/London' });
const ever = { until: '2026-12-31' };

/** The default policies as they are lived: days past due and the date, what is asked or sent, by whom, who approves. */
const business = [
  ' -7 12-25 pre_due: write, owner, one click',
  '  0 01-01 due: write, owner, one click',
  '  7 01-08 chase: write and call, owner, one click',
  ' 14 01-15 chase: write and call, owner, one click',
  ' 21 01-22 alternate_contact: call, owner',
  ' 21 01-22 chase: write and call, owner, one click',
  ' 28 01-29 chase: write and call, owner, one click',
  // day 30 is a Saturday
  ' 32 02-02 commitment_call: call, owner',
  ' 60 03-02 firm_notice: write, owner',
  // once the notice is done
  ' 61 03-03 credit_hold: task, owner, approved by manager',
  ' 61 03-03 firm_notice: call, owner',
  ' 62 03-04 firm_notice: write, owner',
  ' 63 03-05 firm_notice: call, owner',
  ' 64 03-06 firm_notice: write, owner',
  // one mail a week
  ' 71 03-13 firm_notice: write, owner',
  // day 75, three business days after the last mail
  ' 76 03-18 final_notice: call, then write, owner, approved by manager',
  // its approval can be used until 24 March: the deadline is Friday 3 April
  ' 95 04-06 demand_letter: write, owner, approved by manager',
  // posted until 10 April, received on the 14th: 14 days are over on the 28th
  '118 04-29 hand_off: task, manager, approved by manager and finance',
];
const milder = [
  ' -7 12-25 pre_due: write, owner, one click',
  '  0 01-01 due: write, owner, one click',
  // every 14 days
  '  7 01-08 chase: write and call, owner, one click',
  ' 21 01-22 chase: write and call, owner, one click',
  ' 32 02-02 commitment_call: call, owner',
  // no daily notices
  ' 60 03-02 firm_notice: write, owner',
  ' 67 03-09 firm_notice: write, owner',
  ' 74 03-16 firm_notice: write, owner',
  ' 77 03-19 final_notice: call, then write, owner, approved by manager',
  ' 96 04-07 demand_letter: write, owner, approved by manager',
  // posted until 13 April, received on the 15th: 30 days are over on Friday 15 May
  '137 05-18 hand_off: task, manager, approved by manager and finance',
];

describe('what is done where nobody pays or answers, and everything is done on its day', () => {
  test.each([
    ['business', business],
    ['sole_trader', milder],
    ['individual', milder],
  ] as const)('%s', (kind, lines) => {
    expect(walk(defaultPolicyFor(kind), debtor(kind), ever)).toEqual(lines);
  });
});

describe('what ends a repeat, and what keeps a stage back', () => {
  const reply = (on: string) => ({ heard: [activity('reply', on)] });
  /** Days and stages of some of them, in one line. */
  const only = (lines: readonly string[], ...stages: string[]) =>
    lines
      .map((line) => /^ *(-?\d+) \S+ (\w+)/.exec(line))
      .filter((found) => stages.includes(found?.[2] ?? ''))
      .map((found) => `${found?.[1]} ${found?.[2]}`)
      .join(', ');
  const rows: [string, DebtorKind, Partial<Walk>, string[], string][] = [
    [
      'a reply ends the reminders',
      'business',
      reply('2026-01-10'),
      ['chase', 'commitment_call'],
      '7 chase, 32 commitment_call',
    ],
    ['nobody else is looked for then', 'business', reply('2026-01-16'), ['alternate_contact'], ''],
    ['a reply ends the private reminders', 'individual', reply('2026-01-10'), ['chase'], '7 chase'],
    ['a reply of before them does not', 'sole_trader', reply('2026-01-05'), ['chase'], '7 chase, 21 chase'],
    [
      'a reply ends the daily notices and the weekly ones',
      'business',
      reply('2026-03-03'),
      ['firm_notice', 'final_notice'],
      '60 firm_notice, 75 final_notice',
    ],
    [
      'a reply ends the weekly notices',
      'sole_trader',
      reply('2026-03-10'),
      ['firm_notice', 'final_notice'],
      '60 firm_notice, 67 firm_notice, 75 final_notice',
    ],
    [
      'no notice before the call for a firm date is done',
      'business',
      { without: ['commitment_call'] },
      ['commitment_call', 'firm_notice', 'credit_hold'],
      '32 commitment_call',
    ],
    [
      'nor to a private person',
      'individual',
      { without: ['commitment_call'] },
      ['commitment_call', 'firm_notice'],
      '32 commitment_call',
    ],
    [
      'no stopped supply and no final notice before the late-payment notice is done',
      'business',
      { without: ['firm_notice'] },
      ['firm_notice', 'credit_hold', 'final_notice'],
      '60 firm_notice',
    ],
    [
      'a stop of supply that nobody approves keeps nothing back',
      'business',
      { without: ['credit_hold'] },
      ['credit_hold', 'final_notice'],
      '61 credit_hold, 76 final_notice',
    ],
    [
      'no demand before the final notice went out',
      'business',
      { without: ['final_notice'] },
      ['final_notice', 'demand_letter'],
      '76 final_notice',
    ],
    [
      'nothing goes to an agency before the demand was posted',
      'business',
      { without: ['demand_letter'] },
      ['demand_letter', 'hand_off'],
      '95 demand_letter',
    ],
    [
      'nor of a private person',
      'individual',
      { without: ['demand_letter'] },
      ['demand_letter', 'hand_off'],
      '96 demand_letter',
    ],
    [
      'while a hand-off waits for its approvals nothing else is done',
      'sole_trader',
      { without: ['hand_off'] },
      ['demand_letter', 'hand_off'],
      '96 demand_letter, 137 hand_off',
    ],
  ];
  test.each(rows)('%s (%s)', (_rule, kind, lived, stages, expected) => {
    expect(only(walk(defaultPolicyFor(kind), debtor(kind), { ...ever, ...lived }), ...stages)).toBe(expected);
  });
});

describe('the tasks beside the ladder', () => {
  const inUse = ({ tasks, ...policy }: Policy) =>
    readPolicy({ ...policy, tasks: tasks.map((task) => ({ ...task, enabled: true })) });
  test.each([
    ['business', ' 95 04-06 direct_contact: call, owner'],
    ['sole_trader', ' 96 04-07 direct_contact: call, owner, approved by manager'],
    ['individual', ' 96 04-07 direct_contact: call, owner, approved by manager'],
  ] as const)(
    'a visit to a %s where the team uses it, once the deadline of the final notice has passed',
    (kind, line) => {
      const lines = walk(inUse(defaultPolicyFor(kind)), debtor(kind), ever);
      expect(lines.filter((one) => one.includes('direct_contact'))).toEqual([line]);
    },
  );
  test.each([
    ['business', ['issued', 'alternate_contact', 'credit_hold']],
    ['sole_trader', ['issued']],
    ['individual', ['issued']],
  ] as const)('in use for a %s: %s', (kind, keys) => {
    const used = defaultPolicyFor(kind).tasks.filter(({ enabled }) => enabled);
    expect(used.map(({ key }) => key)).toEqual(keys);
    // what is missing on an invoice is asked when it arrives, of its owner, and waits for nobody
    expect(used[0]).toMatchObject({
      key: 'issued',
      kind: 'task',
      onArrival: true,
      asks: 'owner',
      approvedBy: [],
    });
  });
});
