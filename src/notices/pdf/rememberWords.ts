import type { Font, GlyphRun } from 'fontkit';

/** more than the words of any letter; what a font remembers beyond is forgotten all at once */
const MOST_WORDS = 5_000;

/**
 * Lets a font remember how it set a word: letters are made of the same words, and finding the glyphs of one takes longer than all
 * else of a letter. Each answer has positions of its own, since pdfkit scales them where they stand.
 */
export function rememberWords(font: Font): Font {
  const known = new Map<string, GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text, ...wishes) => {
    if (wishes.some((wish) => wish !== undefined)) return layout(text, ...wishes);
    const run = known.get(text) ?? layout(text);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(text, run);
    const own = { positions: run.positions.map((position) => ({ ...position })) };
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, own);
  };
  return font;
}
