const READ_ALOUD = new Set(['text', 'alt_text', 'caption', 'title', 'fallback', 'url']);

/**
 * Characters that a piece of Block Kit shows, as sent (an escaped `&` counts five), at any depth. UTF-16 units are
 * counted: never fewer than the code points Slack may be counting.
 */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, held]) =>
      sum + (typeof held === 'string' ? (READ_ALOUD.has(key) ? held.length : 0) : textLength(held)),
    0,
  );
}
