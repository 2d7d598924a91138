import { expect, vi } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../src/db/client.ts';

/** Goes on once a transaction of this database waits for a lock that another one holds. */
export async function somebodyWaits(db: Db): Promise<void> {
  await vi.waitFor(
    async () => {
      const [row] = await db.sql(
        z.object({ waiting: z.coerce.number() }),
        `SELECT count(*) AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      expect(row?.waiting).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 20 },
  );
}
