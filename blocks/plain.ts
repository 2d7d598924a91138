import type { types } from '@slack/bolt';
import { clip } from './clip.ts';
import { limits } from './limits.ts';
import { NOTHING } from './nothing.ts';

/** A plain_text object of at most `limit` characters. Slack renders no markup in it. An empty text is shown as a dash. */
export function plain(text: string, limit: number = limits.text): types.PlainTextElement {
  return { type: 'plain_text', text: clip(text.trim() || NOTHING, limit) };
}
