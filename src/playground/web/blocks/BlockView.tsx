import { type ReactNode, useId } from 'react';
import type { Block } from '../api/state.ts';
import { useSurface } from '../elements/Surface.ts';
import { TextObject } from '../text/TextObject.tsx';
import { Actions } from './Actions.tsx';
import { Context } from './Context.tsx';
import { FileBlock } from './FileBlock.tsx';
import { Header } from './Header.tsx';
import { ImageBlock } from './ImageBlock.tsx';
import { InputBlock } from './InputBlock.tsx';
import type { KnownBlock } from './kit.ts';
import { OtherBlock } from './OtherBlock.tsx';
import { RichText } from './RichText.tsx';
import { Section } from './Section.tsx';
import { Table } from './Table.tsx';

/** Any block, and below it what went wrong when it was used. */
export function BlockView({ block }: { readonly block: Block }) {
  const id = useId();
  const { trouble } = useSurface();
  return (
    <div className={`block block-${block.type}`} data-block={block.block_id}>
      {drawn(block as unknown as KnownBlock, id)}
      {trouble?.blockId === block.block_id && (
        <p className="trouble" role="alert">
          {trouble.text}
        </p>
      )}
    </div>
  );
}

function drawn(block: KnownBlock, id: string): ReactNode {
  switch (block.type) {
    case 'section':
      return <Section block={block} id={id} />;
    case 'header':
      return <Header block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />;
    case 'divider':
      return <hr />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'input':
      return <InputBlock block={block} id={id} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'file':
      return <FileBlock block={block} />;
    case 'alert':
      return (
        <div className={`alert alert-${block.level ?? 'default'}`} role="note">
          <TextObject text={block.text} />
        </div>
      );
    default:
      return <OtherBlock block={block} Inside={BlockView} />;
  }
}
