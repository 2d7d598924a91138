import { z } from 'zod';
import type { Queries } from './client.ts';

const row = z.object({ talked: z.boolean(), wrote: z.boolean() });

/**
 * What was heard of a customer and recorded after an instant, by entries that stand: a conversation with the right person; a reply of a person, other than one
 * that names other bank details.
 */
export async function heardSince(
  tx: Queries,
  { workspaceId, debtorId, since }: { workspaceId: string; debtorId: string; since: Date },
): Promise<{ readonly talked: boolean; readonly wrote: boolean }> {
  const [found] = await tx.sql(
    row,
    `SELECT coalesce(bool_or(a.kind = 'call' AND a.right_party), false) AS talked,
       coalesce(bool_or(a.kind = 'reply' AND a.outcome IS DISTINCT FROM 'bank_details'), false) AS wrote
     FROM activity a WHERE a.workspace_id = $1 AND a.debtor_id = $2 AND a.recorded_at > $3::timestamptz AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT FROM activity r WHERE r.reverses_id = a.id)`,
    [workspaceId, debtorId, since],
  );
  return found ?? { talked: false, wrote: false };
}
