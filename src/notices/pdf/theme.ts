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
