import { isNamed, nameLikeness, nameWords } from './nameLikeness.ts';

interface Entry<T> {
  readonly item: T;
  readonly words: readonly string[];
  readonly position: number;
}

/**
 * Prepares names for many questions of who is called so: answers those of the same name where there are any, else those of a like
 * one that has a word in common with it, in the order given. The same as `nameLikeness` of each.
 */
export function indexNames<T extends { readonly name: string }>(
  items: readonly T[],
): (name: string) => readonly T[] {
  const bySame = new Map<string, T[]>();
  const byWord = new Map<string, Map<number, Entry<T>[]>>();
  for (const [position, item] of items.entries()) {
    const words = nameWords(item.name);
    const entry = { item, words, position };
    put(bySame, sameKey(words), item);
    for (const word of new Set(words)) {
      const groups = byWord.get(word) ?? new Map<number, Entry<T>[]>();
      byWord.set(word, groups);
      put(groups, initialsOf(words), entry);
    }
  }
  return (name) => {
    const wanted = nameWords(name);
    const same = isNamed(wanted) ? bySame.get(sameKey(wanted)) : undefined;
    if (same) return same;
    const initials = initialsOf(wanted);
    const alike = new Set<Entry<T>>();
    for (const word of new Set(wanted)) {
      for (const [theirs, group] of byWord.get(word) ?? []) {
        const common = theirs & initials;
        if (common !== theirs && common !== initials) continue;
        for (const entry of group) if (nameLikeness(wanted, entry.words)) alike.add(entry);
      }
    }
    return [...alike].sort((a, b) => a.position - b.position).map(({ item }) => item);
  };
}

function sameKey(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

/** A bit for each first letter: words that are forms of each other begin alike, so that those of one name hold all of the other's. */
function initialsOf(words: readonly string[]): number {
  return words.reduce((bits, word) => bits | (1 << (word.charCodeAt(0) % 31)), 0);
}

function put<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
