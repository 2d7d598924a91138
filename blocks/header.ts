import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import { oneLine } from './oneLine.ts';
import { plain } from './plain.ts';

/** A heading. */
export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(oneLine(text), limits.header.text) };
}
