/**
 * `next`, made of the very objects of `previous` wherever they say the same, so that what did not change is not drawn
 * again. Things in lists are recognised by their `ts`, `id` or `block_id`, wherever they moved to.
 */
export function reuse<T>(previous: unknown, next: T): T {
  if (Array.isArray(previous) && Array.isArray(next)) return reuseList(previous, next) as T;
  if (isRecord(previous) && isRecord(next)) return reuseRecord(previous, next) as T;
  return next;
}

function reuseList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(previous.map((item) => [keyOf(item), item]));
  const result = next.map((item, index) => {
    const key = keyOf(item);
    return reuse(key === undefined ? previous[index] : byKey.get(key), item);
  });
  return result.length === previous.length && result.every((item, index) => item === previous[index])
    ? previous
    : result;
}

function reuseRecord(previous: Record<string, unknown>, next: Record<string, unknown>) {
  const keys = Object.keys(next);
  const result = Object.fromEntries(keys.map((key) => [key, reuse(previous[key], next[key])]));
  const same =
    keys.length === Object.keys(previous).length && keys.every((key) => result[key] === previous[key]);
  return same ? previous : result;
}

function keyOf(item: unknown): unknown {
  return isRecord(item) ? (item.ts ?? item.id ?? item.block_id) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
