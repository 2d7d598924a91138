import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLadderOrder } from '../../src/core/inLadderOrder.ts';

const climb = [
  'pre_due',
  'due',
  'chase',
  'commitment_call',
  'firm_notice',
  'final_notice',
  'hand_off',
  'own',
];

test('stages stand as the ladder climbs, a team’s own last, however they came', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(climb), (stages) => {
      expect(inLadderOrder(stages)).toEqual(climb.filter((stage) => stages.includes(stage)));
    }),
  );
});
