import type { Db } from '../db/client.ts';

/** Keeps our claims for another while. Leases are counted by the database's clock, so that processes need not agree on time. */
export async function renewClaims(
  db: Db,
  owner: string,
  ids: readonly string[],
  leaseMs: number,
): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(
    `UPDATE outbox SET lease_until = clock_timestamp() + make_interval(secs => $3::double precision / 1000)
     WHERE claimed_by = $1 AND state = 'sending' AND id = ANY($2::text[])`,
    [owner, ids, leaseMs],
  );
}

/** What a predecessor of our name was sending when it ended is free at once. */
export async function forgetClaims(db: Db, owner: string): Promise<void> {
  await db.prisma.outbox.updateMany({
    where: { claimedBy: owner, state: 'sending' },
    data: { leaseUntil: null },
  });
}
