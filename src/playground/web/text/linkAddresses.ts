import type { Piece } from './Piece.ts';

/** A web address in running text; the sentence's own punctuation after it is no part of it. */
const ADDRESS = /(\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}*_~])/;

/** Makes links of the addresses in a plain text. */
export function linkAddresses(text: string): readonly Piece[] {
  return text.split(ADDRESS).flatMap((part, index): Piece[] => {
    if (part === '') return [];
    const shown: Piece = { kind: 'text', text: part };
    return index % 2 === 1 ? [{ kind: 'link', url: part, children: [shown] }] : [shown];
  });
}
