import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/day.ts';
import { type DoneStep, gateOpening, gateOpensOn } from '../../src/core/gates.ts';
import { NEVER } from '../../src/core/never.ts';
import { weekdays } from './ladder.ts';

const done = (stage: string, on: string, deadline?: string): DoneStep => ({
  stage,
  doneOn: dayOf(on),
  deadlineOn: deadline === undefined ? undefined : dayOf(deadline),
});
const gate = (known: Partial<{ needs: string[]; businessDays: number; deadlinePassed: boolean }>) => ({
  needs: ['firm_notice'],
  businessDays: 0,
  deadlinePassed: false,
  ...known,
});

const table: [string, ReturnType<typeof gate>, DoneStep[], string | undefined][] = [
  ['stays shut while the rung is not done', gate({}), [done('chase', '2026-03-02')], undefined],
  ['opens with it', gate({}), [done('firm_notice', '2026-03-02')], '2026-03-02'],
  ['five business days later', gate({ businessDays: 5 }), [done('firm_notice', '2026-03-04')], '2026-03-11'],
  [
    'counted from the first time it was done',
    gate({ businessDays: 5 }),
    [done('firm_notice', '2026-03-09'), done('firm_notice', '2026-03-04')],
    '2026-03-11',
  ],
  [
    'needs every rung it names',
    gate({ needs: ['chase', 'firm_notice'] }),
    [done('firm_notice', '2026-03-04')],
    undefined,
  ],
  [
    'counts from the last of them',
    gate({ needs: ['chase', 'firm_notice'] }),
    [done('firm_notice', '2026-03-04'), done('chase', '2026-03-05')],
    '2026-03-05',
  ],
  [
    'the day after a deadline',
    gate({ deadlinePassed: true }),
    [done('firm_notice', '2026-03-02', '2026-03-12')],
    '2026-03-13',
  ],
  [
    'a deadline on a Saturday counts as Monday',
    gate({ deadlinePassed: true }),
    [done('firm_notice', '2026-03-02', '2026-03-14')],
    '2026-03-17',
  ],
  [
    'the last deadline that was given',
    gate({ deadlinePassed: true }),
    [done('firm_notice', '2026-03-02', '2026-03-12'), done('firm_notice', '2026-03-09', '2026-03-19')],
    '2026-03-20',
  ],
  [
    'an imported step without a deadline',
    gate({ deadlinePassed: true }),
    [done('firm_notice', '2026-03-02')],
    '2026-03-03',
  ],
];

test.each(table)('a gate: %s', (_rule, rule, steps, expected) => {
  expect(gateOpensOn(rule, steps, weekdays)).toBe(expected === undefined ? NEVER : dayOf(expected));
});

test.each([
  ['a rung that is not done', gate({}), [], 'gate'],
  ['the days since it was done', gate({ businessDays: 5 }), [done('firm_notice', '2026-03-04')], 'gap'],
  [
    'the date that it put in writing',
    gate({ businessDays: 5, deadlinePassed: true }),
    [done('firm_notice', '2026-03-04', '2026-03-18')],
    'deadline',
  ],
  [
    'the days since, where that date comes sooner',
    gate({ businessDays: 10, deadlinePassed: true }),
    [done('firm_notice', '2026-03-04', '2026-03-06')],
    'gap',
  ],
])('what keeps it shut is %s', (_, rule, steps, why) => {
  expect(gateOpening(rule, steps, weekdays).why).toBe(why);
});
