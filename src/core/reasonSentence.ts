/** A reason as a sentence of its own, with one full stop, however it was kept. */
export function reasonSentence({ sentence }: { readonly sentence: string }): string {
  return `${sentence}.`.replace(/[.]+$/, '.');
}
