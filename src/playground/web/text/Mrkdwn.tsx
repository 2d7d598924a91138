import { useMemo } from 'react';
import { Pieces } from './Pieces.tsx';
import { readMrkdwn } from './readMrkdwn.ts';

/** Slack's own markup: bold, links, mentions, dates in the reader's zone, emoji. Text that somebody typed stays text. */
export function Mrkdwn({ text, verbatim = false }: { readonly text: string; readonly verbatim?: boolean }) {
  const pieces = useMemo(() => readMrkdwn(text, verbatim), [text, verbatim]);
  const hasBlocks = pieces.some(({ kind }) => kind === 'quote' || kind === 'preformatted');
  const Tag = hasBlocks ? 'div' : 'span';
  return (
    <Tag className="mrkdwn">
      <Pieces pieces={pieces} />
    </Tag>
  );
}
