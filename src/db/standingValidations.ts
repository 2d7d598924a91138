import type { Queries } from './client.ts';
import { idRow } from './idRow.ts';

/**
 * Which activities `a` count as the validation notice, as SQL: logged as such, not undone, and not found to be none since. $1 is the
 * workspace.
 */
export const standsAsValidation = `a.workspace_id = $1 AND a.details->>'validationNotice' = 'true'
  AND a.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM activity r WHERE r.reverses_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM activity n WHERE n.debtor_id = a.debtor_id AND n.reverses_id IS NULL
    AND n.details->'notValidations' ? a.id AND NOT EXISTS (SELECT 1 FROM activity u WHERE u.reverses_id = n.id))`;

/** The ids of the messages that count as a debtor's validation notice, the first one first. */
export async function standingValidations(
  db: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<string[]> {
  const sql = `SELECT a.id FROM activity a WHERE a.debtor_id = $2 AND ${standsAsValidation} ORDER BY a.at, a.id`;
  return (await db.sql(idRow, sql, [workspaceId, debtorId])).map(({ id }) => id);
}
