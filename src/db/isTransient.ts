const TRANSIENT = new Set(['40001', '40P01', 'P2034']); // serialization failure, deadlock, Prisma's word for both

/** Whether a transaction failed only because another one ran at the same time, so that running it again may succeed. */
export function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && TRANSIENT.has(String(error.code))) return true;
  if ('originalCode' in error && TRANSIENT.has(String(error.originalCode))) return true;
  // Prisma keeps the driver's error in meta.driverAdapterError.cause
  const { cause, meta, driverAdapterError } = error as Record<string, unknown>;
  return [cause, meta, driverAdapterError].some(isTransient);
}
