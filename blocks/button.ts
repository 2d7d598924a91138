import type { types } from '@slack/bolt';
import { clip } from './clip.ts';
import { type ConfirmOptions, confirm as confirmDialog } from './confirm.ts';
import { limits } from './limits.ts';
import { oneLine } from './oneLine.ts';
import { plain } from './plain.ts';
import { within } from './within.ts';

export interface ButtonOptions {
  /** What happens on a click, said in words. */
  readonly text: string;
  readonly actionId: string;
  readonly value?: string;
  readonly url?: string;
  readonly style?: types.ColorScheme;
  readonly confirm?: ConfirmOptions;
  /** Read aloud instead of the text where that alone would be unclear ("Log a call with Acme"). */
  readonly label?: string;
}

/** A button. */
export function button({ text, actionId, value, url, style, confirm, label }: ButtonOptions): types.Button {
  return {
    type: 'button',
    text: plain(oneLine(text), limits.button.text),
    action_id: within(actionId, limits.actionId, 'action_id'),
    ...(value && { value: within(value, limits.button.value, 'value') }),
    ...(url && { url: within(url, limits.url, 'url') }),
    ...(style && { style }),
    ...(confirm && { confirm: confirmDialog(confirm) }),
    ...(label?.trim() && { accessibility_label: clip(oneLine(label), limits.button.accessibilityLabel) }),
  };
}
