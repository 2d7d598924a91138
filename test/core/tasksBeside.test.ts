import { describe, expect, test } from 'vitest';
import { alternateContact } from '../../src/core/alternateContact.ts';
import { dayOf, isoDay } from '../../src/core/day.ts';
import type { DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { stepDoneOn } from '../../src/core/stepDone.ts';
import { visitsFrom } from '../../src/core/visitsFrom.ts';
import { activity, contact, facts, hold, invoice, mail, on, step, weekdays } from './ladder.ts';

/** Invoice 1041 falls due on Thursday 1 January 2026: day n of the policy is the n-th of January. */
const bill = { invoices: [invoice('1041', '2026-01-01')] };
const chased = (day: string, n: number, number = '1041') =>
  step('chase', number, day, { stageDay: 7 * n, occurrence: n });
const twice = [chased('2026-01-08', 1), chased('2026-01-15', 2)];
const asked = step('alternate_contact', '1041', '2026-01-22', { state: 'pending', doneOn: undefined });

/** The tasks to open, then the step, in one line. */
function told(day: string, known: Partial<DebtorFacts>, input: Partial<DecisionInput> = {}): string {
  const { take, tasks } = on(day, { ...bill, ...known }, input);
  return [...tasks.map(({ stage }) => stage), take ? `${take.stage} ${take.stageDay}` : 'no step'].join(', ');
}

describe('another contact', () => {
  const rows: [string, string, Partial<DebtorFacts>, string, Partial<DecisionInput>?][] = [
    [
      'day 21 after two unanswered reminders, beside the third',
      '2026-01-22',
      { steps: twice },
      'alternate_contact, chase 21',
    ],
    ['not before', '2026-01-21', { steps: twice }, 'no step'],
    ['not after one reminder', '2026-01-22', { steps: [chased('2026-01-15', 2)] }, 'chase 21'],
    [
      'not when a reminder could not be sent',
      '2026-01-22',
      { steps: [chased('2026-01-08', 1), { ...chased('2026-01-15', 2), state: 'failed' }] },
      'chase 21',
    ],
    [
      'not after a reply',
      '2026-01-22',
      { steps: twice, activities: [activity('reply', '2026-01-19')] },
      'no step',
    ],
    [
      'a reply that names other bank details is no answer',
      '2026-01-23',
      { steps: twice, activities: [activity('reply', '2026-01-19', { outcome: 'bank_details' })] },
      'alternate_contact, chase 21',
    ],
    [
      'not after a talk',
      '2026-01-22',
      { steps: twice, activities: [activity('call', '2026-01-19', { rightParty: true })] },
      'chase 21',
    ],
    [
      'a voice message is no answer',
      '2026-01-22',
      { steps: twice, activities: [activity('call', '2026-01-13', { outcome: 'left_message' })] },
      'alternate_contact, chase 21',
    ],
    [
      'a reply of before the reminders is none to them',
      '2026-01-22',
      { steps: twice, activities: [activity('reply', '2026-01-05')] },
      'alternate_contact, chase 21',
    ],
    [
      'asked once for an invoice',
      '2026-01-23',
      { steps: [...twice, chased('2026-01-22', 3), { ...asked, state: 'done' }] },
      'no step',
    ],
    [
      'asked again where it was withdrawn',
      '2026-01-23',
      { steps: [...twice, chased('2026-01-22', 3), { ...asked, state: 'cancelled' }] },
      'alternate_contact, no step',
    ],
    [
      'not twice at a time',
      '2026-01-22',
      {
        invoices: [...bill.invoices, invoice('1040', '2025-12-30')],
        steps: [
          chased('2026-01-06', 1, '1040'),
          chased('2026-01-13', 2, '1040'),
          { ...asked, takenOn: (asked.takenOn - 1) as never },
        ],
      },
      'chase 21',
    ],
    [
      'days on hold do not count',
      '2026-01-22',
      { steps: twice, holds: [hold('2026-01-16', '2026-01-17')] },
      'no step',
    ],
    ['not on a closed day', '2026-01-24', { steps: [...twice, chased('2026-01-22', 3)] }, 'no step'],
    [
      'an open prompt of a rung does not keep it',
      '2026-01-22',
      {
        steps: [
          ...twice,
          step('chase', '1041', '2026-01-21', {
            state: 'pending',
            doneOn: undefined,
            stageDay: 14,
            occurrence: 3,
          }),
        ],
      },
      'alternate_contact, no step',
    ],
    [
      'nor does a message of yesterday',
      '2026-01-22',
      { steps: twice, activities: [mail('2026-01-21')] },
      'alternate_contact, no step',
    ],
    ['never for private customers', '2026-01-22', { steps: twice }, 'chase 21', { policy: privatePolicy }],
  ];
  test.each(rows)('%s (%s)', (_rule, day, known, expected, input) => {
    expect(told(day, known, input)).toBe(expected);
  });

  test('stands in the way of no rung, and counts for no gate', () => {
    expect(told('2026-02-02', { steps: [...twice, asked] })).toBe('commitment_call 30');
  });
  test('is withdrawn with its object', () => {
    const paid = { invoices: [invoice('1041', '2026-01-01', { outstanding: 0n })], steps: [asked] };
    expect(on('2026-01-23', paid).withdraw).toEqual([asked.id]);
  });
  test('is nothing to withdraw once there was a talk', () => {
    const talked = [activity('call', '2026-01-23', { rightParty: true })];
    expect(on('2026-01-26', { ...bill, steps: [...twice, asked], activities: talked }).withdraw).toEqual([]);
  });
  test('says why, and when it comes', () => {
    const { reasons } = on('2026-01-22', { ...bill, steps: twice });
    expect(reasons.map(({ sentence }) => sentence).join('\n')).toMatch(/sent 2 times and not answered/);
    expect(on('2026-01-16', { ...bill, steps: twice }).nextReviewOn).toBeLessThanOrEqual(
      on('2026-01-22', bill).nextReviewOn ?? 0,
    );
  });
});

describe('a visit in person', () => {
  const using = (policy: Policy) => ({
    policy: readPolicy({ ...policy, tasks: policy.tasks.map((task) => ({ ...task, enabled: true })) }),
  });
  const inUse = using(businessPolicy);
  /** The final notice named Tuesday 31 March. */
  const finalNotice = step('final_notice', '1041', '2026-03-17', { deadlineOn: dayOf('2026-03-31') });
  const warned = [
    step('commitment_call', '1041', '2026-02-02'),
    step('firm_notice', '1041', '2026-03-02'),
    step('credit_hold', '1041', '2026-03-02'),
    finalNotice,
  ];
  const visits = (day: string, known: Partial<DebtorFacts>, input: Partial<DecisionInput> = inUse) =>
    on(day, { ...bill, ...known }, input).tasks.filter(({ stage }) => stage === 'direct_contact');
  const rows: [string, string, Partial<DebtorFacts>, number, Partial<DecisionInput>?][] = [
    ['on its day, once the deadline of the final notice has passed', '2026-04-01', { steps: warned }, 1],
    ['not on the last day of the deadline', '2026-03-31', { steps: warned }, 0],
    ['not before its day', '2026-03-27', { steps: [{ ...finalNotice, deadlineOn: dayOf('2026-03-20') }] }, 0],
    ['not without a final notice', '2026-04-01', { steps: warned.slice(0, 3) }, 0],
    [
      'not while the final notice could not be sent',
      '2026-04-01',
      { steps: [...warned.slice(0, 3), { ...finalNotice, state: 'failed', doneOn: undefined }] },
      0,
    ],
    [
      'not while the customer is on hold',
      '2026-04-01',
      { steps: warned, holds: [hold('2026-04-01', '2026-04-03')] },
      0,
    ],
    ['not in use until the team says so', '2026-04-01', { steps: warned }, 0, {}],
    ['to private customers too', '2026-04-01', { steps: warned }, 1, using(privatePolicy)],
  ];
  test.each(rows)('%s (%s)', (_rule, day, known, expected, input) => {
    expect(visits(day, known, input)).toHaveLength(expected);
  });
  test('a business is visited by its owner’s decision, everybody else with a manager’s agreement', () => {
    const [business] = visits('2026-04-01', { steps: warned });
    const [milder] = visits('2026-04-01', { steps: warned }, using(privatePolicy));
    expect([business?.needsApproval, milder?.needsApproval]).toEqual([false, true]);
  });
  test('it is done by a talk, not by finding nobody there', () => {
    const asked = step('direct_contact', '1041', '2026-04-01', { state: 'pending', doneOn: undefined });
    const visit = (rightParty: boolean) =>
      facts({ activities: [activity('visit', '2026-04-02', { rightParty })] });
    expect(stepDoneOn(asked, 'contact', visit(true), weekdays)).toBe(dayOf('2026-04-02'));
    expect(stepDoneOn(asked, 'contact', visit(false), weekdays)).toBeUndefined();
  });
  test('it may have been made before it was asked for: a talk that was reported for it, and no other', () => {
    const asked = step('direct_contact', '1041', '2026-04-01', { state: 'pending', doneOn: undefined });
    const visit = (stepId: string | undefined, rightParty = true) =>
      facts({ activities: [activity('visit', '2026-03-31', { stepId, rightParty })] });
    expect(stepDoneOn(asked, 'contact', visit(asked.id), weekdays)).toBe(dayOf('2026-04-01'));
    expect(stepDoneOn(asked, 'contact', visit(asked.id, false), weekdays)).toBeUndefined();
    expect(stepDoneOn(asked, 'contact', visit(undefined), weekdays)).toBeUndefined();
  });
  test('it may be made from the day on which the deadline has passed; a policy without one means the day it was asked for', () => {
    const asked = step('direct_contact', '1041', '2026-04-06', { state: 'pending', doneOn: undefined });
    const from = (steps: StepFact[], policy: Policy = businessPolicy) =>
      isoDay(visitsFrom(asked, { facts: facts({ steps: [...steps, asked] }), policy, calendar: weekdays }));
    expect(from(warned)).toBe('2026-04-01');
    expect(from([])).toBe('2026-04-06');
    const tasks = businessPolicy.tasks.map(({ gate: _, ...task }) => task);
    expect(from(warned, { ...businessPolicy, tasks })).toBe('2026-04-06');
  });
});

describe('whom to reach instead', () => {
  const people = [contact('jane'), contact('ap', { isMailbox: true }), contact('dan', { role: 'director' })];
  test('another person than the one who is called and written to', () => {
    expect(alternateContact(facts({ contacts: people })).other?.id).toBe('dan');
  });
  test('one kept for that before others, one not tried before one who was', () => {
    const eva = contact('eva', { role: 'alternate' });
    const all = facts({ contacts: [...people, eva] });
    expect(alternateContact(all).other?.id).toBe('eva');
    const tried = [activity('call', '2026-01-22', { contactId: 'eva', outcome: 'no_answer' })];
    expect(alternateContact({ ...all, activities: tried }).other?.id).toBe('dan');
  });
  test('nobody where the others must not be contacted; those tried are named', () => {
    const gone = people.map((one) => (one.id === 'dan' ? { ...one, doNotContact: true } : one));
    const calls = [activity('call', '2026-01-08', { contactId: 'jane', outcome: 'no_answer' })];
    const { other, tried } = alternateContact(facts({ contacts: gone, activities: calls }));
    expect([other, tried.map(({ id }) => id)]).toEqual([undefined, ['jane']]);
  });
});

describe('a policy whose tasks make no sense is refused', () => {
  const stored = (...tasks: object[]) => ({ ...JSON.parse(JSON.stringify(businessPolicy)), tasks });
  const table: [string, object][] = [
    ['a task with the name of a rung', { key: 'chase', kind: 'task', day: 7 }],
    ['a gate on another task', { key: 'visit', kind: 'contact', day: 86, gate: { needs: ['credit_hold'] } }],
    [
      'answers to an unknown stage',
      { key: 'visit', kind: 'contact', day: 86, unanswered: { stage: 'dunning', times: 2 } },
    ],
    ['a task that is sent', { key: 'visit', kind: 'written', day: 86 }],
    ['a task that repeats', { key: 'visit', kind: 'task', day: 86, repeat: { kind: 'days', days: [90] } }],
  ];
  test.each(table)('%s', (_mistake, task) => {
    expect(() => readPolicy(stored(task))).toThrow();
  });
});
