import { limits } from './limits.ts';
import { textLength } from './textLength.ts';

/**
 * What Slack weighs when it decides that a message's blocks are too long (`msg_blocks_too_long`): their text and a share
 * for each block. Compare with `limits.message.characters`.
 */
export function messageLength(blocks: readonly unknown[]): number {
  return textLength(blocks) + blocks.length * limits.message.blockOverhead;
}
