/** From this use on a statement is worth being prepared: what is said once or twice is not kept. */
const WORTH_KEEPING = 3;
/** Each connection keeps the plans of the named ones. */
const MOST_NAMES = 300;
const MOST_COUNTED = 3_000;

/**
 * Names for statements that come again and again, so that PostgreSQL parses and plans them once a connection; planning takes
 * longer than running for most of what Duly asks. Undefined for the others. The same text has the same name for good.
 */
export function statementNames(): (text: string) => string | undefined {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known;
    const times = (uses.get(text) ?? 0) + 1;
    if (times < WORTH_KEEPING) {
      if (uses.size >= MOST_COUNTED) uses.clear();
      uses.set(text, times);
      return undefined;
    }
    uses.delete(text);
    const name = `duly_${names.size}`;
    names.set(text, name);
    return name;
  };
}
