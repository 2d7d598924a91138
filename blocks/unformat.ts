const lookAlikes: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', '>': '›' };

/** One of Duly's commands as code, as its refusals name it: it tells what to type, and nothing else can be made of it. */
const COMMAND = /(?<![\p{L}\p{N}`])`((?:\/debt|\/invite|duly)(?: [^`\n]*)?)`(?![\p{L}\p{N}`])/u;

/**
 * Takes the force out of formatting that a person typed. Slack has no escape for `*`, `_`, `~` and back-ticks, so those that
 * could open or close formatting become look-alikes; inside a word, as in INV_2026_01, they stay as they are, and so do
 * the back-ticks around a command of Duly's.
 */
export function unformat(text: string): string {
  return text
    .split(COMMAND)
    .map((part, index) => (index % 2 === 1 ? `\`${lookAlike(part)}\`` : lookAlike(part)))
    .join('');
}

function lookAlike(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|`|(?<=^\s*)>/gmu,
    (mark) => lookAlikes[mark] ?? mark,
  );
}
