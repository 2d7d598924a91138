import { describe, expect, test } from 'vitest';
import { dayOf, isoDay } from '../../src/core/day.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { importedSteps } from '../../src/core/importedSteps.ts';
import { type LastStep, lastStepIn, lastStepOf } from '../../src/core/lastStepOf.ts';
import { namesNoStage, stageNamed } from '../../src/core/stageNamed.ts';
import { facts, invoice, step, weekdays } from './ladder.ts';

const policy = businessPolicy;
const last = (stage: string, on: string): LastStep => {
  const found = stageNamed(policy, stage);
  if (!found) throw new Error(`no stage ${stage}`);
  return { stage: found, on: dayOf(on) };
};
const taken = (said: LastStep, known: Partial<DebtorFacts>) =>
  importedSteps(said, { facts: facts(known), policy, calendar: weekdays }).map(
    ({ stage, listed, stageDay, occurrence, deadlineOn }) =>
      [
        `${stage.key} ${stageDay} #${occurrence}`,
        listed.map(({ number }) => number).join(' '),
        ...(deadlineOn === undefined ? [] : [`until ${isoDay(deadlineOn)}`]),
      ].join(': '),
  );
const old = invoice('1041', '2026-01-01');
const newer = invoice('1042', '2026-02-20');

describe('what a file calls a stage', () => {
  test.each([
    ['final_notice', 'final_notice'],
    ['Final notice', 'final_notice'],
    ['FINAL-NOTICE.', 'final_notice'],
    ['late payment notice', 'firm_notice'],
    ['Polite reminder', 'chase'],
    ['friendly reminder before the due date', 'pre_due'],
    ['credit hold', 'credit_hold'],
    ['third letter', undefined],
  ])('%s', (text, key) => {
    expect(stageNamed(policy, text)?.key).toBe(key);
  });
  test.each(['', ' - ', 'None', 'n/a', '0'])('“%s” is none', (text) => {
    expect(namesNoStage(text)).toBe(true);
  });
});

describe('the last step of a customer', () => {
  const today = dayOf('2026-03-17');
  const said = (stage: string, on: string | undefined) =>
    lastStepIn({ stage, on: on === undefined ? undefined : dayOf(on) }, { policy, today });

  test('one that cannot be taken over says what to do', () => {
    expect(said('third letter', '2026-03-01')).toMatch(
      /“third letter” is no stage .*write one of pre_due, due/,
    );
    expect(said('chase', undefined)).toMatch(/write the day beside it/);
    expect(said('chase', '2026-03-18')).toMatch(/still to come/);
    expect(said('chase', '2026-03-17')).toMatchObject({ on: today });
  });
  test('rows that disagree: the latest day, of one day the later stage', () => {
    const rows = [
      last('final_notice', '2026-03-01'),
      last('chase', '2026-03-05'),
      last('firm_notice', '2026-03-05'),
    ];
    expect(lastStepOf(rows, policy)).toMatchObject({ stage: { key: 'firm_notice' } });
    expect(lastStepOf([], policy)).toBeUndefined();
  });
});

describe('what counts as done', () => {
  test('the stage and all that its gates need, for what is open and was due by then', () => {
    expect(taken(last('final_notice', '2026-03-17'), { invoices: [newer, old] })).toEqual([
      'commitment_call 30 #1: 1041 1042',
      'firm_notice 60 #1: 1041 1042',
      'final_notice 75 #1: 1041 1042: until 2026-03-27',
    ]);
    expect(taken(last('firm_notice', '2026-02-01'), { invoices: [newer, old] })).toEqual([
      'commitment_call 30 #1: 1041',
      'firm_notice 60 #1: 1041',
    ]);
  });
  test('of a reminder that is repeated the last of its days that had come', () => {
    expect(taken(last('chase', '2026-01-17'), { invoices: [old] })).toEqual(['chase 14 #1: 1041']);
    expect(taken(last('chase', '2026-01-03'), { invoices: [old] })).toEqual(['chase 7 #1: 1041']);
  });
  test('a reminder before the due date is about what was due within its days', () => {
    expect(taken(last('pre_due', '2026-02-15'), { invoices: [newer] })).toEqual(['pre_due -7 #1: 1042']);
    expect(taken(last('pre_due', '2026-02-12'), { invoices: [newer] })).toEqual([]);
  });
  test('nothing that was paid, and no credit', () => {
    const paid = { ...old, outstanding: 0n };
    const credit = invoice('C-1', '2026-01-01', { amount: -5_000n });
    expect(taken(last('chase', '2026-03-01'), { invoices: [paid, credit, newer] })).toEqual([
      'chase 7 #1: 1042',
    ]);
  });
  test('a letter of demand gives its days from receipt', () => {
    expect(taken(last('demand_letter', '2026-03-17'), { invoices: [old] }).at(-1)).toBe(
      'demand_letter 88 #1: 1041: until 2026-04-02',
    );
  });
  test.each(['hand_off', 'credit_hold'])('%s is asked for here; what it needs is done', (stage) => {
    const steps = taken(last(stage, '2026-03-17'), { invoices: [old] });
    expect(steps.some((one) => one.startsWith(stage))).toBe(false);
    expect(steps[0]).toMatch(/^commitment_call/);
  });

  test('the same again adds nothing; a later day of the same stage counts once more', () => {
    const steps = [
      step('commitment_call', '1041', '2026-02-01'),
      step('firm_notice', '1041', '2026-03-03', { imported: true }),
    ];
    const known = { invoices: [old], steps };
    expect(taken(last('firm_notice', '2026-03-03'), known)).toEqual([]);
    expect(taken(last('firm_notice', '2026-03-01'), known)).toEqual([]);
    expect(taken(last('firm_notice', '2026-03-09'), known)).toEqual(['firm_notice 60 #2: 1041']);
  });
  test('what was withdrawn does not count, and its number is not used again', () => {
    const steps = [step('chase', '1041', '2026-01-08', { state: 'cancelled', doneOn: undefined })];
    expect(taken(last('chase', '2026-01-08'), { invoices: [old], steps })).toEqual(['chase 7 #2: 1041']);
  });
  test('an invoice that the step had not listed joins it', () => {
    const steps = [step('chase', '1041', '2026-03-03')];
    expect(taken(last('chase', '2026-03-03'), { invoices: [old, newer], steps })).toEqual([
      'chase 7 #1: 1042',
    ]);
  });
});
