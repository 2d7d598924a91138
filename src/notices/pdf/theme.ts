import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** DejaVu covers Latin, Greek, Cyrillic and the currency signs; Chinese, Japanese and Korean letters print as boxes. */
export const fonts = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

export const colors = {
  ink: '#1f2937',
  strong: '#111827',
  soft: '#4b5563',
  brand: '#1e3a5f',
  line: '#d6dbe3',
  tint: '#eef3f9',
};

export const sizes = { body: 9.5, table: 8.5, small: 7.5, heading: 17, brand: 15 };

/** Points; the top is that of continuation pages, below their running head. */
export const margins = { top: 84, bottom: 78, left: 58, right: 58 };

export const LINE_GAP = 2.5;
