import type { types } from '@slack/bolt';
import { Pieces } from '../text/Pieces.tsx';
import { type NestedList, nestLists } from './nestLists.ts';
import { richTextPieces } from './richTextPieces.ts';

/** Lists of `rich_text`, each under the entry it belongs to. */
export function RichTextLists({ lists }: { readonly lists: readonly types.RichTextList[] }) {
  return <Nested lists={nestLists(lists)} />;
}

function Nested({ lists }: { readonly lists: readonly NestedList[] }) {
  return lists.map(({ list, under }, index) => {
    const isOrdered = list.style === 'ordered';
    const Tag = isOrdered ? 'ol' : 'ul';
    const entries = list.elements.map((entry, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: entries have no names and keep no state
      <li key={at} className="mrkdwn">
        <Pieces pieces={richTextPieces(entry.elements)} />
        {at === list.elements.length - 1 && under.length > 0 && <Nested lists={under} />}
      </li>
    ));
    const start = isOrdered && 'offset' in list && list.offset ? { start: Number(list.offset) + 1 } : {};
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lists have no names and keep no state
      <Tag key={index} className="list" data-depth={(list.indent ?? 0) % 3} {...start}>
        {entries}
      </Tag>
    );
  });
}
