import type { Entry } from './Entry.ts';

/** What to show; an empty field lets everything through. */
export interface Filter {
  readonly text: string;
  readonly kind: string;
  readonly direction: '' | Entry['direction'];
}

/** What an entry says, to be searched; made once an entry, for it is long. */
const searchable = new WeakMap<Entry, string>();

/** Every word of the text occurs in the entry's name, request or response, whatever their case. */
export function matchesFilter(entry: Entry, { text, kind, direction }: Filter): boolean {
  if (kind !== '' && entry.kind !== kind) return false;
  if (direction !== '' && entry.direction !== direction) return false;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const said = textOf(entry);
  return words.every((word) => said.includes(word));
}

function textOf(entry: Entry): string {
  const known = searchable.get(entry);
  if (known !== undefined) return known;
  const said = JSON.stringify([entry.name, entry.request, entry.response]).toLowerCase();
  searchable.set(entry, said);
  return said;
}
