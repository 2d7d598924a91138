import { z } from 'zod';
import type { Db } from '../db/client.ts';
import type { Lane } from './Lane.ts';

const laneRow = z.object({
  workspaceId: z.string(),
  lane: z.string(),
  open: z.boolean(),
  waiting: z.boolean(),
  taken: z.boolean(),
  untold: z.boolean(),
});

/**
 * Lanes with something to send at `now` (Clock time), oldest first; `taken` while a living process is sending in it, `waiting` when
 * there is more than what it sends. And whether an outcome was recorded that nobody was told of yet.
 */
export async function openLanes(
  db: Db,
  now: Date,
): Promise<{ open: (Lane & { taken: boolean; waiting: boolean })[]; untold: boolean }> {
  const lanes = await db.sql(laneRow, lanesSql, [now]);
  return { open: lanes.filter(({ open }) => open), untold: lanes.some(({ untold }) => untold) };
}

const IS_OPEN = `(state IN ('pending', 'sending') AND (state = 'sending' OR not_before <= $1::timestamptz))`;
const IS_WAITING = `(state = 'pending' AND not_before <= $1::timestamptz)`;

const lanesSql = `
SELECT workspace_id AS "workspaceId", lane, bool_or(${IS_OPEN}) AS open, bool_or(untold) AS untold,
  bool_or(${IS_WAITING}) AS waiting,
  bool_or(state = 'sending' AND lease_until IS NOT NULL AND lease_until >= clock_timestamp()) AS taken
FROM outbox WHERE untold OR ${IS_OPEN}
GROUP BY workspace_id, lane ORDER BY min(seq) FILTER (WHERE ${IS_OPEN})`;
