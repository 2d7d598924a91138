import { z } from 'zod';
import { limits } from '../../../blocks/limits.ts';
import type { BlockError } from './BlockError.ts';
import { blocksOn } from './blocks/on.ts';
import { inSlacksWords } from './inSlacksWords.ts';
import { repeatedBlockIds } from './rules/repeatedBlockIds.ts';
import type { Surface } from './surface.ts';

const lists = {
  message: z.array(blocksOn.message).max(limits.message.blocks),
  modal: z.array(blocksOn.modal).min(1).max(limits.view.blocks),
  home: z.array(blocksOn.home).min(1).max(limits.view.blocks),
} satisfies Record<Surface, z.ZodType>;

/** What Slack would refuse in the blocks of a surface; `root` is their JSON pointer. */
export function validateBlocks(blocks: unknown, surface: Surface, root: string): BlockError[] {
  const parsed = lists[surface].safeParse(blocks, { reportInput: true });
  return [
    ...inSlacksWords(parsed.error?.issues ?? [], root),
    ...(Array.isArray(blocks) ? repeatedBlockIds(blocks, root) : []),
  ];
}
