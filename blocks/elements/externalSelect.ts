import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';
import { type Choice, option } from './option.ts';

interface ExternalSelectOptions extends ElementOptions {
  readonly initial?: Choice | undefined;
  /** Characters typed before the app is asked for options. */
  readonly minQueryLength?: number;
}

/** A menu whose options the app gives as the person types. */
export function externalSelect(options: ExternalSelectOptions): types.ExternalSelect {
  const { initial, minQueryLength = 0, ...element } = options;
  return {
    type: 'external_select',
    ...elementFields(element),
    min_query_length: minQueryLength,
    ...(initial !== undefined && { initial_option: option(initial) }),
  };
}
