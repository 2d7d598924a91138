import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';

/** Free words that are kept with an agreement. */
export function noteInput(initial: string | undefined, maxLength = 1000): types.InputBlock {
  return input({
    blockId: 'notes',
    label: 'Notes',
    optional: true,
    element: textInput({ actionId: 'notes', multiline: true, initial, maxLength }),
  });
}
