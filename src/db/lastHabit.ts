import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';

/** A mark of a habitual late payer as it was recorded last. */
export interface LastHabit {
  readonly id: string;
  readonly sinceOn: Day;
  /** it does not stand any more */
  readonly ended: boolean;
  /** as a sentence */
  readonly why: string;
}

const row = z.object({ id: z.string(), since_on: z.string(), ended: z.boolean(), why: z.string() });

/** The last mark of a debtor, standing or not; undefined where it never had one. */
export async function lastHabit(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<LastHabit | undefined> {
  const [found] = await tx.sql(
    row,
    `SELECT id, since_on, ended_on IS NOT NULL AS ended, why FROM late_habit WHERE workspace_id = $1 AND debtor_id = $2
     ORDER BY since_on DESC, id DESC LIMIT 1`,
    [workspaceId, debtorId],
  );
  return found && { id: found.id, sinceOn: dayOf(found.since_on), ended: found.ended, why: found.why };
}
