import { limits } from '../../../../blocks/limits.ts';
import type { BlockError } from '../BlockError.ts';
import { isRecord } from './isRecord.ts';

/** The markdown block with which a message's markdown, all together, becomes too long. */
export function markdownTotal(blocks: readonly unknown[], root: string): BlockError[] {
  let total = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isRecord(block) || block.type !== 'markdown' || typeof block.text !== 'string') continue;
    total += block.text.length;
    if (total <= limits.message.markdown) continue;
    const message = `must be less than ${limits.message.markdown + 1} characters`;
    return [{ message, pointer: `${root}/${index}/text` }];
  }
  return [];
}
