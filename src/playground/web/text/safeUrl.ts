const OPENABLE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address that a click may open; undefined for anything that could run or lead nowhere. */
export function safeUrl(url: string): string | undefined {
  return URL.canParse(url) && OPENABLE.has(new URL(url).protocol) ? url : undefined;
}
