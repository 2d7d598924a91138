import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { type ElementOptions, elementFields } from './element.ts';
import { type Choice, optionsOf } from './option.ts';

interface SelectOptions extends ElementOptions {
  /** One at least; those beyond the hundredth are not shown: use `externalSelect` for long lists. */
  readonly choices: readonly Choice[];
  /** The value selected at first. */
  readonly initial?: string | undefined;
}

/** A menu of fixed choices. */
export function select({ choices, initial, ...element }: SelectOptions): types.StaticSelect {
  return {
    type: 'static_select',
    ...elementFields(element),
    ...optionsOf(choices, limits.select.options, initial),
  };
}
