import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitingWords } from '../../src/core/waitingWords.ts';
import { live, stories } from './history.ts';
import { activity, invoice, on, step } from './ladder.ts';

const bill = { invoices: [invoice('1041', '2026-01-01')] };

test('rules that found nothing against a step are told of: each either said something, or is told to have looked', () => {
  const first = on('2026-01-08', bill);
  expect([first.take?.stage, first.silent]).toEqual([
    'chase',
    [
      'it is a business day',
      'no other step was taken that day',
      'nothing was written to them lately',
      'no reply is on record',
      'no part of what is open was paid',
      'no date that we gave in writing stands in its way',
      'no reason that is ours to mend stands in its way',
    ],
  ]);
  const replied = on('2026-01-08', { ...bill, activities: [activity('reply', '2026-01-05')] });
  expect(replied.reasons.map(({ rule }) => rule)).toContain('reply');
  expect(replied.silent).not.toContain('no reply is on record');
});

test('a call is looked at by other rules than a letter, and a harsh step by more of them', () => {
  const call = on('2026-02-02', bill);
  expect(call.take?.mode).toBe('call');
  expect(call.silent).toContain('no call counts against the contact rules');
  expect(call.silent).not.toContain('no reply is on record');
  const steps = [step('commitment_call', '1041', '2026-02-02'), step('firm_notice', '1041', '2026-03-02')];
  const notice = on('2026-03-17', { ...bill, steps });
  expect(notice.silent).toContain('no money of theirs waits to be placed');
  expect(notice.silent).toContain('no approval of it was declined, expired or recalled');
});

test('where no step has come, nothing is said to have looked at it', () => {
  expect(on('2025-12-24', bill).silent).toEqual([]);
});

test('whatever a step waits for is said in words', () => {
  fc.assert(
    fc.property(stories, (story) => {
      for (const { decision } of live(story))
        if (decision.waiting) expect(waitingWords(decision.waiting.why)).toContain(' ');
    }),
    { numRuns: 60 },
  );
});
