import type { Piece } from './Piece.ts';

/** A quote's lines without the blank after each `>` and the break after the last. */
export function asQuoted(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index): readonly Piece[] => {
    if (piece.kind !== 'text') return [piece];
    const start = index === 0 ? piece.text.replace(/^ /, '') : piece.text;
    const lines = start.replace(/\n /g, '\n');
    const text = index === pieces.length - 1 ? lines.replace(/\n$/, '') : lines;
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

/** The break that ends a block of code is no line of its own. */
export function withoutBreaksAfterCode(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index): readonly Piece[] => {
    if (piece.kind !== 'text' || pieces[index - 1]?.kind !== 'preformatted') return [piece];
    const text = piece.text.replace(/^\n/, '');
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

/** Texts that stand side by side as one. */
export function joinTexts(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + piece.text };
    } else joined.push(piece);
    return joined;
  }, []);
}
