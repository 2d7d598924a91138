import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import { plain } from './plain.ts';
import { within } from './within.ts';

export interface InputOptions {
  readonly blockId: string;
  readonly label: string;
  readonly element: types.InputBlock['element'];
  readonly hint?: string;
  readonly optional?: boolean;
  /** Send an action as soon as the value changes, to rebuild the view. */
  readonly dispatch?: boolean;
}

/** A labelled field of a form. */
export function input({ blockId, label, element, hint, optional, dispatch }: InputOptions): types.InputBlock {
  return {
    type: 'input',
    block_id: within(blockId, limits.blockId, 'block_id'),
    label: plain(label, limits.input.label),
    element,
    ...(hint?.trim() && { hint: plain(hint, limits.input.hint) }),
    ...(optional === true && { optional: true }),
    ...(dispatch === true && { dispatch_action: true }),
  };
}
