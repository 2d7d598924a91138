import type { TextObject as Given } from '../blocks/kit.ts';
import { Mrkdwn } from './Mrkdwn.tsx';
import { Pieces } from './Pieces.tsx';
import { plainPieces } from './plainPieces.ts';

/** A text of Block Kit, `plain_text` or `mrkdwn`. */
export function TextObject({ text }: { readonly text: Given }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} verbatim={text.verbatim === true} />;
  if (text.emoji === false) return <span className="mrkdwn">{text.text}</span>;
  return (
    <span className="mrkdwn">
      <Pieces pieces={plainPieces(text.text)} />
    </span>
  );
}
