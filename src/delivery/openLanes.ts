import { z } from 'zod';
import type { Db } from '../db/client.ts';
import type { Lane } from './Lane.ts';

const openLane = z.object({ workspaceId: z.string(), lane: z.string(), taken: z.boolean() });

/** Lanes with something to send at `now` (Clock time), oldest first; `taken` while a living process is sending in it. */
export function openLanes(db: Db, now: Date): Promise<(Lane & { taken: boolean })[]> {
  return db.sql(
    openLane,
    `SELECT workspace_id AS "workspaceId", lane,
            bool_or(state = 'sending' AND lease_until IS NOT NULL AND lease_until >= clock_timestamp()) AS taken
     FROM outbox
     WHERE state IN ('pending', 'sending') AND (state = 'sending' OR not_before <= $1::timestamptz)
     GROUP BY workspace_id, lane ORDER BY min(seq)`,
    [now],
  );
}
