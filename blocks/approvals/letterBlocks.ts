import type { Block } from '../Block.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { quote } from '../quote.ts';
import { section } from '../section.ts';

/** Quoted and escaped text grows; this many characters stay within a section. */
const PER_SECTION = 1200;

/**
 * A mail word for word: its subject, then its text as a quotation, in as many sections as it takes. Nothing of it hides behind
 * “See more”: it is what is decided on.
 */
export function letterBlocks({
  subject,
  text,
}: {
  readonly subject: string;
  readonly text: string;
}): Block[] {
  return [
    section(mrkdwn`*Subject:* ${subject}`),
    ...pieces(text).map((piece) => section(quote(piece), { expand: true })),
  ];
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (const line of text.trim().split('\n')) {
    if (piece !== '' && piece.length + line.length > PER_SECTION) {
      found.push(piece);
      piece = '';
    }
    piece += piece === '' ? line : `\n${line}`;
  }
  return piece === '' ? found : [...found, piece];
}
