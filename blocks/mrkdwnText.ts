import type { types } from '@slack/bolt';
import { clipMarkup } from './clip.ts';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { NOTHING } from './nothing.ts';
import { typed } from './typed.ts';

/**
 * A mrkdwn object of at most `limit` characters, escapes included. `verbatim` keeps Slack from turning typed addresses and
 * channel names into links. An empty text is shown as a dash.
 */
export function mrkdwnText(text: Text, limit: number = limits.text): types.MrkdwnElement {
  const source = typed(text).source.trim() || NOTHING;
  return { type: 'mrkdwn', text: clipMarkup(source, limit), verbatim: true };
}
