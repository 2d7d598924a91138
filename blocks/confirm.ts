import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { mrkdwnText } from './mrkdwnText.ts';
import { plain } from './plain.ts';

export interface ConfirmOptions {
  readonly title: string;
  readonly text: Text;
  /** What the confirming button says: what will happen. */
  readonly confirm: string;
  readonly deny?: string;
  readonly danger?: boolean;
}

/** The question Slack asks before it sends a click. */
export function confirm({
  title,
  text,
  confirm: yes,
  deny = 'Cancel',
  danger,
}: ConfirmOptions): types.Confirm {
  return {
    title: plain(title, limits.confirm.title),
    text: mrkdwnText(text, limits.confirm.text),
    confirm: plain(yes, limits.confirm.confirm),
    deny: plain(deny, limits.confirm.deny),
    ...(danger === true && { style: 'danger' }),
  };
}
