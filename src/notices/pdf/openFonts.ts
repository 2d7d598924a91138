import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import { rememberWords } from './rememberWords.ts';

/** The faces of a letter. */
export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

const { resolve } = createRequire(import.meta.url);

let opened: Fonts | undefined;

/**
 * DejaVu covers Latin, Greek, Cyrillic and the currency signs; Chinese, Japanese and Korean letters print as boxes. Opened once:
 * reading the tables of a font takes several times as long as setting a letter in it.
 */
export function openFonts(): Fonts {
  opened ??= { regular: open('DejaVuSansCondensed.ttf'), bold: open('DejaVuSansCondensed-Bold.ttf') };
  return opened;
}

function open(file: string): Font {
  const font = openSync(resolve(`dejavu-fonts-ttf/ttf/${file}`));
  if (!('layout' in font)) throw new Error(`${file} holds several fonts`);
  return rememberWords(font);
}
