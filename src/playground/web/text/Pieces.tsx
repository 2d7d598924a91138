import type { ReactNode } from 'react';
import { Emoji } from './Emoji.tsx';
import { Link } from './Link.tsx';
import { Mention } from './Mention.tsx';
import type { Piece, Style } from './Piece.ts';
import { SlackDate } from './SlackDate.tsx';
import './text.css';

/** Draws formatted text. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text has no parts with a name of their own, and none that keep state
  return pieces.map((piece, index) => <Drawn key={index} piece={piece} />);
}

function Drawn({ piece }: { readonly piece: Piece }): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'styled':
      return <Styled style={piece.style}>{<Pieces pieces={piece.children} />}</Styled>;
    case 'code':
      return (
        <code className="code">
          <Pieces pieces={piece.children} />
        </code>
      );
    case 'preformatted':
      return <pre className="preformatted">{piece.text}</pre>;
    case 'quote':
      return (
        <blockquote className="quote">
          <Pieces pieces={piece.children} />
        </blockquote>
      );
    case 'link':
      return (
        <Link url={piece.url}>
          <Pieces pieces={piece.children} />
        </Link>
      );
    case 'user':
    case 'channel':
    case 'usergroup':
      return <Mention {...piece} />;
    case 'broadcast':
      return <span className="mention mention-me">@{piece.range}</span>;
    case 'color':
      return (
        <>
          {piece.value} <span className="color-chip" style={{ background: piece.value }} />
        </>
      );
    case 'date':
      return <SlackDate {...piece} />;
    case 'emoji':
      return <Emoji name={piece.name} />;
  }
}

function Styled({ style, children }: { readonly style: Style; readonly children: ReactNode }) {
  switch (style) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'strike':
      return <s>{children}</s>;
    case 'underline':
      return <u>{children}</u>;
  }
}
