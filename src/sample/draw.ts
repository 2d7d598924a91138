/**
 * A number from 0 (included) to 1 (excluded) that looks like chance and is always the same for the same words (FNV-1a, mixed once
 * more so that words that differ in their last letter do not lie side by side).
 */
export function draw(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export function drawBetween(least: number, most: number, ...words: readonly (string | number)[]): number {
  return least + Math.floor(draw(...words) * (most - least + 1));
}
