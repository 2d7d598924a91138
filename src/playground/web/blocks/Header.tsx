import { TextObject } from '../text/TextObject.tsx';
import type { BlockOf } from './kit.ts';

/** A heading; the page's own headings stand above it. */
export function Header({ block }: { readonly block: BlockOf<'header'> }) {
  const level = 'level' in block && typeof block.level === 'number' ? block.level : 1;
  const Tag = (['h3', 'h4', 'h5', 'h6'] as const)[level - 1] ?? 'h3';
  return (
    <Tag className={`header header-${level}`}>
      <TextObject text={block.text} />
    </Tag>
  );
}
