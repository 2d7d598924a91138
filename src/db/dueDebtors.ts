import type { Queries } from './client.ts';
import { idRow } from './idRow.ts';

/**
 * Debtors to look at now but for some, those with the most money past due first (each currency by its major unit: a rank, not a sum that
 * is shown).
 */
export async function dueDebtors(
  tx: Queries,
  options: { workspaceId: string; now: Date; except: readonly string[]; limit: number },
): Promise<string[]> {
  const rows = await tx.sql(idRow, dueSql, [options.workspaceId, options.now, options.limit, options.except]);
  return rows.map((row) => row.id);
}

const dueSql = `
SELECT d.id FROM debtor d
LEFT JOIN LATERAL (
  SELECT sum(i.outstanding) AS open FROM invoice i
  WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.outstanding > 0
) o ON true
WHERE d.workspace_id = $1 AND d.next_review_at <= $2 AND d.id <> ALL($4::text[])
ORDER BY o.open DESC NULLS LAST, d.id LIMIT $3`;
