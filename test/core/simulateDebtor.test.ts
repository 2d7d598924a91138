import { describe, expect, test } from 'vitest';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { SimulatedFuture } from '../../src/core/SimulatedFuture.ts';
import { type SimulationRules, simulateDebtor } from '../../src/core/simulateDebtor.ts';
import { contactNeeds } from '../../src/core/stepDone.ts';
import {
  activity,
  contact,
  dispute,
  facts,
  hold,
  invoice,
  on,
  promise,
  settings,
  step,
  weekdays,
} from './ladder.ts';

const monday = dayOf('2026-11-23');

function simulate(known: Partial<DebtorFacts>, rules: Partial<SimulationRules> = {}) {
  const from = rules.from ?? monday;
  return simulateDebtor(facts(known), {
    policy: businessPolicy,
    settings,
    calendar: weekdays,
    debtorCalendar: weekdays,
    from,
    to: addDays(from, 29),
    ...rules,
  });
}

const told = (known: Partial<DebtorFacts>, rules?: Partial<SimulationRules>) =>
  simulate(known, rules).tasks.map(({ on, stage, mode }) => `${isoDay(on)} ${stage} ${mode}`);

test('an invoice that falls due walks up the ladder day by day', () => {
  expect(told({ invoices: [invoice('1', '2026-11-24')] })).toEqual([
    '2026-11-23 pre_due written',
    '2026-11-26 due written',
    '2026-12-01 chase written',
    '2026-12-08 chase written',
    '2026-12-15 chase written',
    '2026-12-15 alternate_contact call',
    '2026-12-16 alternate_contact call',
    '2026-12-17 alternate_contact call',
    '2026-12-22 chase written',
  ]);
});

test('a contact step is done with its third attempt, and opens the gate that needs it', () => {
  const invoices = [invoice('1', '2026-09-21')];
  expect(told({ invoices }).slice(0, 5)).toEqual([
    '2026-11-23 commitment_call call',
    '2026-11-24 commitment_call written',
    '2026-11-25 commitment_call call',
    '2026-11-27 firm_notice written',
    '2026-11-30 firm_notice call',
  ]);
});

test('a message of our own waits for its distance from the last one, and the gate with it', () => {
  const invoices = [invoice('1', '2026-09-21')];
  const activities = [activity('email', '2026-11-22', { counted: true })];
  expect(told({ invoices, activities }).slice(0, 4)).toEqual([
    '2026-11-23 commitment_call call',
    '2026-11-24 commitment_call call',
    '2026-11-25 commitment_call written',
    '2026-11-30 firm_notice written',
  ]);
});

test.each([
  ['nobody else is on file', [contact('ana')]],
  ['an alternate contact is', [contact('ana'), contact('bo', { role: 'alternate' })]],
])('nothing harsher is promised before the attempts are enough: %s', (_, contacts) => {
  const known = facts({ invoices: [invoice('1', '2026-09-21')], contacts });
  const future = new SimulatedFuture(known, { policy: businessPolicy, settings, calendar: weekdays }, monday);
  for (let today = monday; today <= monday + 29; today = addDays(today, 1)) {
    future.settle(today);
    const { take } = on(isoDay(today), future.facts);
    if (!take) continue;
    if (take.stage === 'firm_notice') {
      expect(contactNeeds(monday, future.facts, weekdays)).toBeUndefined();
      return;
    }
    future.take(take, today);
  }
  throw new Error('the late-payment notice never came');
});

test('approvals are given the same day, and nothing harsher comes before the deadline has passed', () => {
  const policy = readPolicy({
    ...businessPolicy,
    rungs: businessPolicy.rungs.map((rung) => ({ ...rung, enabled: true })),
  });
  const invoices = [invoice('1', '2026-08-24')];
  const steps = [step('commitment_call', '1', '2026-09-23'), step('firm_notice', '1', '2026-10-26')];
  const { tasks, stage } = simulate({ invoices, steps }, { policy, to: addDays(monday, 60) });
  const harsh = tasks.filter(({ stage }) => stage !== 'firm_notice');
  expect(harsh.map(({ on, stage, needsApproval }) => [isoDay(on), stage, needsApproval])).toEqual([
    ['2026-11-23', 'final_notice', true],
    ['2026-11-23', 'credit_hold', true],
    // the approval can be used for four business days, then ten days until Wednesday 9 December
    ['2026-12-08', 'demand_letter', true],
    // posted by Monday 14 December, received two business days later, then fourteen days until Wednesday 30 December
    ['2026-12-31', 'hand_off', true],
  ]);
  expect(stage).toBe('hand_off');
});

test('what waits to be done when it begins is done the first open day', () => {
  const invoices = [invoice('1', '2026-11-09')];
  const steps = [step('chase', '1', '2026-11-20', { state: 'pending', doneOn: undefined })];
  const prompts = [{ id: 'p', stepId: steps[0]?.id, kind: 'reminder', open: true, openedAt: new Date(0) }];
  const { tasks } = simulate({ invoices, steps, prompts }, { from: dayOf('2026-11-22') });
  expect(tasks[0]).toMatchObject({ on: monday, stage: 'chase', mode: 'written', goesOn: true });
  expect(tasks[1]).toMatchObject({ stage: 'chase', goesOn: false });
});

describe('no money arrives', () => {
  test('a promise breaks on the day it is judged, and its owner is asked', () => {
    const { tasks } = simulate({
      invoices: [invoice('1', '2026-10-01')],
      promises: [promise('1', '2026-11-20', '2026-11-27')],
    });
    const [first, second] = tasks;
    expect(first).toMatchObject({ on: dayOf('2026-11-30'), stage: 'broken_promise' });
    expect(second?.stage).toBe('commitment_call');
  });
  test('the first instalment that is missed ends its plan: it is asked about once, and the ladder goes on', () => {
    const instalment = (made: string, due: string) =>
      promise('1', made, due, { id: due, planId: 'plan', amount: 30_000n });
    const { tasks } = simulate({
      invoices: [invoice('1', '2026-11-09')],
      promises: ['2026-11-26', '2026-12-03', '2026-12-10'].map((due) => instalment('2026-11-23', due)),
    });
    expect(tasks.filter(({ stage }) => stage === 'broken_promise')).toHaveLength(1);
    expect(tasks.filter(({ stage }) => stage === 'chase').length).toBeGreaterThan(1);
  });

  test.each([
    ['a dispute goes on', { disputes: [dispute('1', '2026-11-20')] }],
    ['a hold lasts', { holds: [hold('2026-11-20', '2027-01-31')] }],
    ['credits cover it', { unapplied: [{ currency: 'EUR', amount: 100_000n }] }],
  ])('%s: nothing is asked', (_, known) => {
    expect(told({ invoices: [invoice('1', '2026-10-01')], ...known })).toEqual([]);
  });
});

test('the facts that it begins with are not touched', () => {
  const known = facts({
    invoices: [invoice('1', '2026-08-01'), invoice('2', '2026-11-30')],
    promises: [promise('2', '2026-11-20', '2026-11-27')],
    steps: [step('chase', '1', '2026-11-20', { state: 'pending', doneOn: undefined })],
    contacts: [contact('ana')],
  });
  const before = structuredClone(known);
  simulate(known);
  expect(known).toEqual(before);
});

test('looking at every day finds nothing that was not found', () => {
  for (const late of [-40, -3, 5, 29, 61, 80]) {
    const known = facts({
      invoices: [
        invoice('1', isoDay(addDays(monday, -late))),
        invoice('2', isoDay(addDays(monday, 9 - late))),
      ],
      holds: [hold('2026-12-01', '2026-12-04', { invoiceId: '1' })],
    });
    const future = new SimulatedFuture(
      known,
      { policy: businessPolicy, settings, calendar: weekdays },
      monday,
    );
    const taken: string[] = [];
    for (let today = monday; today <= monday + 29; today = addDays(today, 1)) {
      future.settle(today);
      const { take: step, tasks, withdraw } = on(isoDay(today), future.facts);
      future.withdraw(withdraw);
      for (const take of step ? [step, ...tasks] : tasks) {
        future.take(take, today);
        taken.push(`${isoDay(today)} ${take.stage} ${take.mode}`);
      }
    }
    const found = simulate(known).tasks.filter(({ goesOn }) => !goesOn);
    expect(found.map((task) => `${isoDay(task.on)} ${task.stage} ${task.mode}`)).toEqual(taken);
  }
});
