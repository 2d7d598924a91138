import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { type ElementOptions, elementFields } from './element.ts';
import { type Choice, optionsOf } from './option.ts';

interface RadioOptions extends Omit<ElementOptions, 'placeholder'> {
  /** One to ten. */
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
}

/** One of a few, all in sight. */
export function radioButtons({ choices, initial, ...element }: RadioOptions): types.RadioButtons {
  return {
    type: 'radio_buttons',
    ...elementFields(element),
    ...optionsOf(choices, limits.radioButtons.options, initial),
  };
}
