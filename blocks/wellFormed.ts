/** The text without halves of surrogate pairs, which JSON cannot carry faithfully. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
