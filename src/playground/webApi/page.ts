import { SlackError } from '../SlackError.ts';

/** One page of a list in Slack's cursor form; the cursor is opaque to the caller. @throws SlackError invalid_cursor */
export function page<T>(
  all: readonly T[],
  cursor: string | undefined,
  limit: number,
): { items: T[]; response_metadata: { next_cursor: string } } {
  const from = cursor === undefined ? 0 : readCursor(cursor);
  const until = from + limit;
  const next = until < all.length ? Buffer.from(`next:${until}`).toString('base64') : '';
  return { items: all.slice(from, until), response_metadata: { next_cursor: next } };
}

function readCursor(cursor: string): number {
  const from = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (from === undefined) throw new SlackError('invalid_cursor');
  return Number(from);
}
