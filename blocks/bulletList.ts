import { join } from './join.ts';
import type { Markup, Text } from './Markup.ts';
import { mrkdwn } from './mrkdwn.ts';

/** Sentences one below the other, each with a bullet. */
export function bulletList(sentences: readonly Text[]): Markup {
  return join(sentences.map((sentence) => mrkdwn`• ${sentence}`));
}
