import type { BlockError } from '../BlockError.ts';
import { isRecord } from './isRecord.ts';

/** Block ids used twice in one message or view, children of containers included; the later one is reported. */
export function repeatedBlockIds(blocks: readonly unknown[], root: string): BlockError[] {
  const seen = new Set<string>();
  return identified(blocks, root).flatMap(({ id, pointer }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ message: `\`block_id\` "${id}" already exists`, pointer }];
  });
}

interface Identified {
  readonly id: string;
  readonly pointer: string;
}

function identified(blocks: readonly unknown[], root: string): Identified[] {
  return blocks.flatMap((block, index) => {
    if (!isRecord(block)) return [];
    const at = `${root}/${index}`;
    const own = typeof block.block_id === 'string' ? [{ id: block.block_id, pointer: `${at}/block_id` }] : [];
    const children = Array.isArray(block.child_blocks) ? block.child_blocks : [];
    return [...own, ...identified(children, `${at}/child_blocks`)];
  });
}
