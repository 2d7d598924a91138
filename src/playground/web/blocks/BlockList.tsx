import { useRef } from 'react';
import type { Block } from '../api/state.ts';
import { BlockView } from './BlockView.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import './blocks.css';

/** Blocks, one below the other. Whoever stood in one of them stands there after an update too. */
export function BlockList({ blocks }: { readonly blocks: readonly Block[] }) {
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, blocks);
  return (
    <div className="blocks" ref={list} tabIndex={-1}>
      {blocks.map((block) => (
        <BlockView key={`${block.type} ${block.block_id}`} block={block} />
      ))}
    </div>
  );
}
