/** The text on one line, so that a name cannot pretend to be the next line of a message. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
