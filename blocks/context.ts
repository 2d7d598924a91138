import type { types } from '@slack/bolt';
import { join } from './join.ts';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { mrkdwnText } from './mrkdwnText.ts';

/** Small print. Texts beyond what Slack takes side by side are joined into the last. */
export function context(...texts: [Text, ...Text[]]): types.ContextBlock {
  const most = limits.context.elements;
  const shown =
    texts.length <= most ? texts : [...texts.slice(0, most - 1), join(texts.slice(most - 1), ' · ')];
  return { type: 'context', elements: shown.map((text) => mrkdwnText(text)) };
}
