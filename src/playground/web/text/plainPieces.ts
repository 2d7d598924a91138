import type { Piece } from './Piece.ts';

const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/;

/** A `plain_text`: nothing is markup in it but the names of emoji. */
export function plainPieces(text: string): readonly Piece[] {
  return text
    .split(EMOJI)
    .map(
      (part, index): Piece =>
        index % 2 === 1 ? { kind: 'emoji', name: part } : { kind: 'text', text: part },
    )
    .filter((piece) => piece.kind !== 'text' || piece.text !== '');
}
