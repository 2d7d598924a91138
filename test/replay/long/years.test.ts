import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { always } from '../../core/always.ts';
import { live, storiesOf } from '../../core/history.ts';

test('three thousand debtors over three years: what always holds', () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(storiesOf({ days: 1_095, invoices: 30, happenings: 60 }), (story) => {
      const days = [...live(story)];
      always(days);
      for (const { decision } of days) if (decision.take) taken.add(decision.take.stage);
    }),
    { numRuns: 3_000 },
  );
  expect([...taken].sort()).toEqual(businessPolicy.rungs.map(({ key }) => key).sort());
});
