import type { types } from '@slack/bolt';
import { clip } from '../clip.ts';
import { limits } from '../limits.ts';
import { type ElementOptions, elementFields } from './element.ts';

interface TextInputOptions extends ElementOptions {
  readonly initial?: string | undefined;
  readonly multiline?: boolean;
  /** At most 3,000 characters. */
  readonly maxLength?: number;
}

/** A text to type. */
export function textInput({
  initial,
  multiline,
  maxLength,
  ...element
}: TextInputOptions): types.PlainTextInput {
  const most = Math.min(maxLength ?? limits.textInput.characters, limits.textInput.characters);
  return {
    type: 'plain_text_input',
    ...elementFields(element),
    ...(multiline === true && { multiline: true }),
    ...(maxLength !== undefined && { max_length: most }),
    ...(initial && { initial_value: clip(initial, most) }),
  };
}
