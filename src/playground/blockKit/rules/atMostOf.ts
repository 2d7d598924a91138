import type { BlockError } from '../BlockError.ts';
import { isRecord } from './isRecord.ts';

/** Blocks of one type beyond the `max` that a message may hold. */
export function atMostOf(
  type: string,
  max: number,
  message: string,
  blocks: readonly unknown[],
  root: string,
): BlockError[] {
  return blocks
    .flatMap((block, index) => (isRecord(block) && block.type === type ? [`${root}/${index}`] : []))
    .slice(max)
    .map((pointer) => ({ message, pointer }));
}
