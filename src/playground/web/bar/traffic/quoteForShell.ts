/** A text as one word of a POSIX shell, whatever stands in it. (NUL cannot stand in any command; it is left out.) */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}
