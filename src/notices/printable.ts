/**
 * Text that people typed, made fit for one line of a letter or a mail header: line breaks and control characters become
 * spaces, direction overrides vanish, broken surrogates are replaced, spaces collapse. Markup stays as the characters it is.
 */
export function oneLine(typed: string): string {
  return typed
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A longer name is nobody's name; it would only fill pages. */
const LONGEST_NAME = 300;

/** A name, number or label fit to print: one line, at most 300 characters. */
export function nameOf(typed: string): string {
  return clip(oneLine(typed), LONGEST_NAME);
}

/** The lines of an address or a letterhead, each one fit to print, empty ones left out. */
export function linesOf(typed: string | undefined): string[] {
  return (typed ?? '')
    .split(/[\r\n\u2028\u2029]+/)
    .map(nameOf)
    .filter((line) => line !== '');
}

/** At most `max` characters, cut with an ellipsis: for headers and page margins, where long names must not spread. */
export function clip(line: string, max: number): string {
  const characters = [...line];
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
