import type { Block } from './Block.ts';
import { context } from './context.ts';
import type { Text } from './Markup.ts';

export interface Content {
  /** In order of importance: what does not fit is cut from the end. Undefined ones are left out. */
  readonly blocks: readonly (Block | undefined)[];
  /** Kept whatever is cut above it. */
  readonly footer?: readonly (Block | undefined)[];
  /** Says what was cut, where, and how to see it; given the number of sections that were. */
  readonly more?: (hidden: number) => Text;
}

/**
 * The blocks and footer if they fit; otherwise as many blocks as do, a line that counts the rest, and the footer. No heading
 * or divider is left above that line with nothing under it.
 */
export function fitBlocks(
  { blocks, footer = [], more = andMore }: Content,
  fits: (blocks: Block[]) => boolean,
): Block[] {
  const body = blocks.filter((block) => block !== undefined);
  const foot = footer.filter((block) => block !== undefined);
  if (fits([...body, ...foot])) return [...body, ...foot];
  for (let kept = body.length - 1; kept >= 0; kept -= 1) {
    const cut = [...withoutLooseEnd(body.slice(0, kept)), context(more(sections(body.slice(kept)))), ...foot];
    if (fits(cut)) return cut;
  }
  return fitBlocks({ blocks: [...body, ...foot], more }, fits);
}

function andMore(hidden: number): string {
  return hidden > 0 ? `…and ${hidden} more` : '…the rest is left out here';
}

function sections(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.type === 'section' || block.type === 'rich_text').length;
}

function withoutLooseEnd(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((block) => block.type !== 'divider' && block.type !== 'header');
  return blocks.slice(0, last + 1);
}
