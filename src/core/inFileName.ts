const LONGEST = 40;

/** A number as it may stand in the name of a file on any system: letters, digits and dashes only. */
export function inFileName(number: string): string {
  return number
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}
