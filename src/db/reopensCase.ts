import { z } from 'zod';
import type { Queries } from './client.ts';

const reopensRow = z.object({ reopens: z.boolean() });

/**
 * Whether a case that was closed goes on as the same: since then money that had closed it was taken back, an import that had closed it was undone,
 * or an invoice that had gone with an undone import came again.
 */
export async function reopensCase(
  tx: Queries,
  { workspaceId, debtorId, since }: { workspaceId: string; debtorId: string; since: Date },
): Promise<boolean> {
  const [row] = await tx.sql(reopensRow, reopensSql, [workspaceId, debtorId, since]);
  return row?.reopens ?? false;
}

/** $1 workspace, $2 debtor, $3 since; where the bank's own line took the place of what the ledger had shown no money went back */
const reopensSql = `
SELECT EXISTS (SELECT FROM payment p WHERE p.workspace_id = $1 AND p.debtor_id = $2 AND p.amount < 0 AND p.reverses_id IS NOT NULL
    AND p.key NOT LIKE 'replaced:%' AND p.recorded_at >= $3)
  OR EXISTS (SELECT FROM invoice i JOIN allocation a ON a.workspace_id = $1 AND a.invoice_id = i.id
    JOIN ledger_import f ON f.id = a.import_id AND f.undone_at >= $3
    WHERE i.workspace_id = $1 AND i.debtor_id = $2 AND i.outstanding <> 0 AND a.amount < 0 AND a.recorded_at >= $3)
  OR EXISTS (SELECT FROM invoice i JOIN invoice_revision v ON v.workspace_id = $1 AND v.invoice_id = i.id
    WHERE i.workspace_id = $1 AND i.debtor_id = $2 AND i.outstanding <> 0 AND v.old_amount = 0 AND v.recorded_at >= $3) AS reopens`;
