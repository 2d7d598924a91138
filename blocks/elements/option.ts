import type { types } from '@slack/bolt';
import { limits } from '../limits.ts';
import { oneLine } from '../oneLine.ts';
import { plain } from '../plain.ts';
import { within } from '../within.ts';

export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly description?: string | undefined;
}

/** An option of a menu, of checkboxes, radio buttons or an overflow menu. */
export function option({ text, value, description }: Choice): types.PlainTextOption {
  return {
    text: plain(oneLine(text), limits.option.text),
    value: within(value, limits.option.value, 'option value'),
    ...(description?.trim() && { description: plain(oneLine(description), limits.option.description) }),
  };
}

/** The first `most` choices as options, and the one that is selected at first if it is among them. */
export function optionsOf(choices: readonly Choice[], most: number, initial?: string) {
  const options = choices.slice(0, most).map(option);
  const initialOption = options.find((each) => each.value === initial);
  return { options, ...(initialOption !== undefined && { initial_option: initialOption }) };
}
