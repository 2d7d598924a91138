import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { type ElementOptions, elementFields } from './element.ts';
import { type Choice, option } from './option.ts';

interface CheckboxesOptions extends Omit<ElementOptions, 'placeholder'> {
  /** One to ten. */
  readonly choices: readonly Choice[];
  /** The values ticked at first. */
  readonly initial?: readonly string[];
}

/** Boxes to tick. */
export function checkboxes({ choices, initial = [], ...element }: CheckboxesOptions): types.Checkboxes {
  const options = choices.slice(0, limits.checkboxes.options).map(option);
  const ticked = options.filter((each) => initial.includes(each.value ?? ''));
  return {
    type: 'checkboxes',
    ...elementFields(element),
    options,
    ...(ticked.length > 0 && { initial_options: ticked }),
  };
}
