import type { Tx } from '../../db/client.ts';
import { idRow } from '../../db/idRow.ts';

/** The act, in the audit, of saying once more what is on record already. */
export const CONDITION_CONFIRMED = 'condition_confirmed';

/** Whether a condition was told once more by an entry that was not taken back. */
export async function isConfirmed(
  tx: Tx,
  { workspaceId, conditionId }: { workspaceId: string; conditionId: string },
): Promise<boolean> {
  const rows = await tx.sql(idRow, confirmingSql, [workspaceId, conditionId, CONDITION_CONFIRMED]);
  return rows.length > 0;
}

/** The conditions, their own entry taken back already, that an entry told once more. */
export async function confirmedBy(
  tx: Tx,
  { workspaceId, activityId }: { workspaceId: string; activityId: string },
): Promise<string[]> {
  const rows = await tx.sql(idRow, confirmedSql, [workspaceId, activityId, CONDITION_CONFIRMED]);
  return rows.map(({ id }) => id);
}

/** $1 workspace, $2 activity, $3 the act */
const confirmedSql = `
SELECT DISTINCT c.id FROM audit u JOIN debtor_condition c ON c.workspace_id = u.workspace_id AND c.id = u.subject_id
WHERE u.workspace_id = $1 AND u.subject_kind = 'debtor_condition' AND u.after->>'activityId' = $2 AND u.action = $3
  AND EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = c.activity_id)`;

/** $1 workspace, $2 condition, $3 the act */
const confirmingSql = `
SELECT a.id FROM audit u JOIN activity a ON a.workspace_id = u.workspace_id AND a.id = u.after->>'activityId'
WHERE u.workspace_id = $1 AND u.subject_kind = 'debtor_condition' AND u.subject_id = $2 AND u.action = $3
  AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)
LIMIT 1`;
