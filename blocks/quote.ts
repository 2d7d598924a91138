import { Markup } from './Markup.ts';
import { typedLines } from './typedLines.ts';

/** What somebody wrote, as a quotation, line by line. */
export function quote(text: string): Markup {
  return new Markup(typedLines(text).source.replace(/^/gm, '>'));
}
