import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/core/day.ts';
import { noticeStage } from '../../src/core/noticeStage.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import { policyProblems } from '../../src/core/policyProblems.ts';
import { simulateDebtor } from '../../src/core/simulateDebtor.ts';
import { renderNotice } from '../../src/notices/renderNotice.ts';
import { aNotice } from '../notices/aNotice.ts';
import { facts, invoice, settings, weekdays } from './ladder.ts';
import { policies } from './policies.ts';

const due = dayOf('2026-11-23');

/** What is done about an invoice that nobody ever pays, from so many days after its due date on. */
function walked(policy: Policy, late: number): string[] {
  const from = addDays(due, late);
  const { tasks } = simulateDebtor(facts({ invoices: [invoice('1', '2026-11-23')] }), {
    policy,
    settings,
    calendar: weekdays,
    debtorCalendar: weekdays,
    from,
    to: addDays(from, 500),
  });
  return tasks.filter(({ mode, goesOn }) => mode !== 'written' || !goesOn).map(({ stage }) => stage);
}

test('every policy that can be switched on is walked to its end, and each of its letters can be written', () => {
  let switchedOn = 0;
  fc.assert(
    fc.property(policies, fc.integer({ min: -30, max: 300 }), (policy, late) => {
      if (policyProblems(policy).length > 0) return;
      switchedOn += 1;
      expect(walked(policy, late)).toContain(policy.rungs.at(-1)?.key);
      for (const { key, kind, deadlineDays } of policy.rungs) {
        const words = noticeStage(policy, key);
        expect(words === undefined).toBe(kind !== 'written');
        if (!words) continue;
        const deadlineOn = deadlineDays === undefined ? undefined : addDays(due, 30);
        const { text } = renderNotice(aNotice({ kind: words, deadlineOn }));
        expect(text.includes('23 December 2026')).toBe(deadlineDays !== undefined);
      }
    }),
    { numRuns: 150 },
  );
  expect(switchedOn).toBeGreaterThan(30);
});

test('a stage of their own borrows words that say nothing untrue of it', () => {
  const own = (day: number, more: object = {}) => ({ key: 'own', kind: 'written', day, ...more });
  const firm = { key: 'firm_notice', kind: 'written', day: 60, harsh: true };
  const wordsOf = (...rungs: object[]) => noticeStage(readPolicy({ key: 'p', name: 'P', rungs }), 'own');
  expect([own(-3), own(0), own(20), own(20, { harsh: true })].map((rung) => wordsOf(rung))).toEqual([
    'pre_due',
    'due',
    'chase',
    'firm_notice',
  ]);
  expect(wordsOf(firm, own(70))).toBe('firm_notice');
  expect(wordsOf(own(50), firm)).toBe('chase');
});
