import type { Db } from '../../db/client.ts';

/** The next instant at which a digest, or the prompts of an open day, of any started workspace falls due. */
export async function nextDigest(_db: Db, _now: Date): Promise<Date | undefined> {
  return undefined;
}
