import type { types } from '@slack/bolt';
import { type ConfirmOptions, confirm as confirmDialog } from '../confirm.ts';
import { limits } from '../limits.ts';
import { within } from '../within.ts';
import { type Choice, option } from './option.ts';

interface OverflowOptions {
  readonly actionId: string;
  /** One to five. */
  readonly choices: readonly Choice[];
  readonly confirm?: ConfirmOptions;
}

/** The "⋯" menu. */
export function overflow({ actionId, choices, confirm }: OverflowOptions): types.Overflow {
  return {
    type: 'overflow',
    action_id: within(actionId, limits.actionId, 'action_id'),
    options: choices.slice(0, limits.overflow.options).map(option),
    ...(confirm && { confirm: confirmDialog(confirm) }),
  };
}
