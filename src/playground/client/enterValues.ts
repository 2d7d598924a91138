import { elementsOf } from '../interaction/elementsOf.ts';
import { stateFieldOf } from '../interaction/inputState.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { StateValues, View } from '../state/model.ts';
import { readInput } from './readInput.ts';

/**
 * Puts what a person typed or picked into a view, before it is submitted or acted upon.
 * @throws SlackError no_such_input, and what `readInput` refuses
 */
export function enterValues(slack: LocalSlack, view: View, values: StateValues): void {
  const entered: StateValues = structuredClone(view.values);
  const inputs = elementsOf(view.blocks).filter(({ element }) => stateFieldOf(element.type));
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, given] of Object.entries(actions)) {
      const input = inputs.find(
        ({ block, element }) => block.block_id === blockId && element.action_id === actionId,
      );
      if (!input) throw new SlackError('no_such_input', { input: `${blockId}/${actionId}` });
      entered[blockId] = { ...entered[blockId], [actionId]: readInput(slack, input.element, given) };
    }
  }
  view.values = entered;
}
