import { wellFormed } from './wellFormed.ts';

/**
 * At most `limit` characters, ending in an ellipsis if any were cut. Never cuts a character in half. Characters are UTF-16
 * units, so that the limit holds however Slack counts.
 */
export function clip(text: string, limit: number): string {
  return clipAtoms(wellFormed(text), limit, /./gsu);
}

/** The same for markup: an entity, a link, a mention or a date is kept whole or left out whole. */
export function clipMarkup(source: string, limit: number): string {
  return clipAtoms(source, limit, /<[^<>]*>|&(?:amp|lt|gt);|./gsu);
}

function clipAtoms(text: string, limit: number, atom: RegExp): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const [piece] of text.matchAll(atom)) {
    if (end + piece.length > limit - ELLIPSIS.length) break;
    end += piece.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}

const ELLIPSIS = '…';
