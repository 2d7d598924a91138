import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';

/** One question of what is weighed before a task is approved, answered in a few lines. Its block id is the plan's field. */
export function weighedInput(field: string, label: string, hint: string): types.InputBlock {
  return input({
    blockId: field,
    label,
    hint,
    element: textInput({ actionId: field, multiline: true, maxLength: 600 }),
  });
}
