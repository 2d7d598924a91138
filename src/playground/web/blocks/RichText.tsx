import type { types } from '@slack/bolt';
import type { ReactNode } from 'react';
import { Pieces } from '../text/Pieces.tsx';
import type { RichTextBlock } from './kit.ts';
import { RichTextLists } from './RichTextLists.tsx';
import { richTextPieces } from './richTextPieces.ts';

type Part = types.RichTextBlockElement;

/** Text as Slack's own editor makes it: lines, lists, quotes, code. */
export function RichText({ block }: { readonly block: Pick<RichTextBlock, 'elements'> }) {
  return <div className="rich-text">{withListsTogether(block.elements).map(drawn)}</div>;
}

/** Lists that follow each other are one list with its branches. */
function withListsTogether(
  parts: readonly Part[],
): readonly (Exclude<Part, types.RichTextList> | types.RichTextList[])[] {
  const together: (Exclude<Part, types.RichTextList> | types.RichTextList[])[] = [];
  for (const part of parts) {
    const last = together.at(-1);
    if (part.type !== 'rich_text_list') together.push(part);
    else if (Array.isArray(last)) last.push(part);
    else together.push([part]);
  }
  return together;
}

function drawn(part: ReturnType<typeof withListsTogether>[number], index: number): ReactNode {
  if (Array.isArray(part)) return <RichTextLists key={index} lists={part} />;
  const pieces = richTextPieces(part.elements);
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div key={index} className="mrkdwn">
          <Pieces pieces={pieces} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote key={index} className="quote mrkdwn">
          <Pieces pieces={pieces} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre key={index} className="preformatted">
          <Pieces pieces={pieces} />
        </pre>
      );
  }
}
