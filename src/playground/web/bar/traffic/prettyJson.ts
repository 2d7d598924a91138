/** Anything as JSON to be read: what stands inside as text but is JSON itself (a form's `blocks`) is opened too. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(opened(value), undefined, 2) ?? '';
}

function opened(value: unknown): unknown {
  if (typeof value === 'string') return openedText(value);
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)]));
}

function openedText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return opened(JSON.parse(text));
  } catch {
    return text;
  }
}
