/** A wait that ended because delivery stops; nothing was under way. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
