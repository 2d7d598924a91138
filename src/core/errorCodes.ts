/** The codes of an error and of what it was caused by (`ECONNREFUSED`, `28P01`), outermost first. */
export function errorCodes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const original = 'original' in error ? error.original : undefined;
  return [...own, ...errorCodes(error.cause, depth + 1), ...errorCodes(original, depth + 1)];
}
