import { expect, test } from 'vitest';
import { conditionModal } from '../../blocks/agreements/conditionModal.ts';
import { endConditionModal } from '../../blocks/agreements/endConditionModal.ts';
import { conditionNames } from '../../src/core/conditions.ts';
import { validateView } from '../../src/playground/blockKit/validateView.ts';
import { buttonsOf } from '../support/wordsOf.ts';

const HOSTILE = '<!channel> & "quotes" *bold* '.repeat(180).slice(0, 5000);
const frame = { metadata: '{}', account: { name: HOSTILE, lines: [HOSTILE] } };
const choices = Object.entries(conditionNames).map(([value, text]) => ({ value, text }));

test.each([0, 1, 7])(
  'a stop beside %i that hold is taken by Slack; only who may end them sees how',
  (count) => {
    for (const mayEnd of [true, false]) {
      const open = Array.from({ length: count }, (_, n) => ({
        conditionId: `c${n}`,
        words: HOSTILE,
        mayEnd,
      }));
      const view = conditionModal({
        ...{ ...frame, choices, open },
        since: '2026-11-23',
        kind: 'cease',
        evidence: HOSTILE,
      });
      expect(validateView(view)).toEqual([]);
      expect(buttonsOf(view, 'end_condition')).toHaveLength(mayEnd ? count : 0);
    }
  },
);

test('its end is taken by Slack', () => {
  expect(validateView(endConditionModal({ ...frame, about: HOSTILE }))).toEqual([]);
});
