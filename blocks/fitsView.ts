import type { Block } from './Block.ts';
import { limits } from './limits.ts';
import { viewSize } from './viewSize.ts';

/** Everything of a view but its blocks, generously. */
const ENVELOPE = 20_000;

/** Whether a modal or Home tab takes these blocks. */
export function fitsView(blocks: readonly Block[]): boolean {
  return blocks.length <= limits.view.blocks && viewSize(blocks) <= limits.view.bytes - ENVELOPE;
}
