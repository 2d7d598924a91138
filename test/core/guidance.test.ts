import { describe, expect, it } from 'vitest';
import type { DebtorKind } from '../../src/core/facts.ts';
import { guidance } from '../../src/core/guidance.ts';

const stages = [
  'issued',
  'pre_due',
  'due',
  'chase',
  'alternate_contact',
  'commitment_call',
  'firm_notice',
  'credit_hold',
  'release_credit_hold',
  'final_notice',
  'direct_contact',
  'demand_letter',
  'hand_off',
  'broken_promise',
  'call_back',
  'part_payment',
  'payment_not_found',
  'usual_day',
  'find_customer',
  'month_end',
  'a_stage_of_our_own',
];
const kinds: DebtorKind[] = ['business', 'sole_trader', 'individual'];

describe.each(stages)('what to say at %s', (stage) => {
  it.each(kinds)('to a %s: two or three sentences, in the words used to the outside', (kind) => {
    const said = guidance({ stage, kind });
    const sentences = said.split(/(?<=[.?!])\s+/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(said).not.toMatch(/debt|collect|delinquen|default|legal action|\bcourt\b|must pay/i);
  });

  it('finds out first who a private person is', () => {
    expect(guidance({ stage, kind: 'individual' })).toMatch(/^Make sure/);
    expect(guidance({ stage, kind: 'business' })).not.toMatch(/^Make sure/);
  });
});

it('a sole trader is spoken to in words of their own, beyond being asked who they are', () => {
  const wordsTo = (stage: string, kind: DebtorKind) =>
    guidance({ stage, kind }).replace(/^Make sure[^.]*\. /, '');
  for (const stage of stages)
    expect(new Set(kinds.map((kind) => wordsTo(stage, kind))).size, stage).toBe(kinds.length);
});

it('different stages are not told the same', () => {
  for (const kind of kinds) {
    expect(new Set(stages.map((stage) => guidance({ stage, kind }))).size).toBe(stages.length);
  }
});
