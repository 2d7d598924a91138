/** The words around mentions, which stand in them as `@U…`: what is before the first one, and what is after it, without the others. */
export function mentionsIn(words: string): { readonly before: string; readonly after: string } {
  const [before = '', ...rest] = words.split(/@[UW][A-Z0-9]+/);
  return { before: before.trim(), after: rest.join(' ').replace(/\s+/g, ' ').trim() };
}
