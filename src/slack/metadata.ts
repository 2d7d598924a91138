import type { z } from 'zod';
import { DulyError } from '../core/DulyError.ts';

/** What a view remembers, for its `private_metadata` (3,000 characters at most: ids, not contents). */
export function encodeMetadata(value: object): string {
  return JSON.stringify(value);
}

/** Reads it back. Throws DulyError `stale_view` for what an older version of Duly wrote and this one cannot read. */
export function decodeMetadata<S extends z.ZodType>(schema: S, privateMetadata: string): z.output<S> {
  const parsed = schema.safeParse(jsonOf(privateMetadata));
  if (parsed.success) return parsed.data;
  throw new DulyError(
    'stale_view',
    `unreadable private_metadata: ${parsed.error.message}`,
    'This window is out of date. Please close it and open it again.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
