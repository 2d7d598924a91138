import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { type ElementOptions, elementFields } from './element.ts';
import { type Choice, option } from './option.ts';

interface MultiSelectOptions extends ElementOptions {
  /** One at least; those beyond the hundredth are not shown. */
  readonly choices: readonly Choice[];
  /** The values selected at first. */
  readonly initial?: readonly string[];
}

/** A menu of fixed choices of which several may be taken. */
export function multiSelect({
  choices,
  initial = [],
  ...element
}: MultiSelectOptions): types.MultiStaticSelect {
  const options = choices.slice(0, limits.select.options).map(option);
  const chosen = options.filter((each) => initial.includes(each.value ?? ''));
  return {
    type: 'multi_static_select',
    ...elementFields(element),
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}
