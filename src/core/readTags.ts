/** So long a tag may be, and so many an account may carry. */
const LONGEST = 60;
const MOST = 20;

/**
 * Tags as typed, with commas or on lines of their own, each once. One that is written like a tag which is used already, but for
 * capitals, is that tag. `error` is a sentence.
 */
export function readTags(
  typed: string,
  used: readonly string[],
): { readonly tags: readonly string[] } | { readonly error: string } {
  const bySpelling = new Map(used.map((tag) => [tag.toLowerCase(), tag]));
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,;\n]+/)) {
    const tag = part.trim().replace(/\s+/g, ' ');
    const plain = tag.toLowerCase();
    if (tag !== '' && !tags.has(plain)) tags.set(plain, bySpelling.get(plain) ?? tag);
  }
  const found = [...tags.values()];
  if (found.length > MOST) return { error: `At most ${MOST} tags, please: there are ${found.length}.` };
  const long = found.find((tag) => tag.length > LONGEST);
  return long === undefined
    ? { tags: found }
    : { error: `A tag has ${LONGEST} characters at most: “${long.slice(0, LONGEST)}…” is longer.` };
}
