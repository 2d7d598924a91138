import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import type { Text } from './Markup.ts';
import { mrkdwnText } from './mrkdwnText.ts';

interface SectionOptions {
  readonly accessory?: types.SectionBlock['accessory'];
  readonly blockId?: string;
  /** long text stands there whole, without “See more” */
  readonly expand?: boolean;
}

/** A paragraph, with at most one element beside it. */
export function section(text: Text, { accessory, blockId, expand }: SectionOptions = {}): types.SectionBlock {
  return {
    type: 'section',
    ...(blockId !== undefined && { block_id: blockId }),
    text: mrkdwnText(text, limits.section.text),
    ...(accessory !== undefined && { accessory }),
    ...(expand === true && { expand }),
  };
}
