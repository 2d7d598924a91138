/** Colors of the pictures: their own white ground, text at 7:1 and more on it. */
export const ink = {
  strong: '#111827',
  soft: '#4b5563',
  grid: '#e5e7eb',
  ground: '#ffffff',
  brand: '#1e3a5f',
};

/** Twice the size at which it is drawn, so that letters stay sharp in Slack. */
export const canvas = { width: 960, height: 540, scale: 2 };
