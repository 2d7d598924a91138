import { createHash } from 'node:crypto';

/**
 * A short mark of some content, the same for the same content in whatever order its entries stand: by it what somebody saw is held
 * against what is now.
 */
export function markOf(content: unknown): string {
  const canonical = JSON.stringify(content, (_, value) => (isEntries(value) ? inOrder(value) : value)) ?? '';
  return createHash('sha256').update(canonical).digest('base64url').slice(0, 22);
}

function isEntries(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
