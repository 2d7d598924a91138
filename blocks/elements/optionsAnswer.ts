import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { type Choice, option } from './option.ts';

/** The answer to a typeahead request: the first hundred choices with different values. */
export function optionsAnswer(choices: readonly Choice[]): { options: types.PlainTextOption[] } {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return { options: [...byValue.values()].slice(0, limits.select.options).map(option) };
}
