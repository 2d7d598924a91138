const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', '>': '›' };

/**
 * Takes the force out of formatting that a person typed. Slack has no escape for `*`, `_`, `~` and back-ticks, so those that
 * could open or close formatting become look-alikes; inside a word, as in INV_2026_01, they stay as they are.
 */
export function unformat(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|`|(?<=^\s*)>/gmu,
    (mark) => lookAlikes[mark] ?? mark,
  );
}
