import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';

/** Keeps on record who took the evidence of an account out, and when. */
export async function recordExport(
  tx: Tx,
  { workspaceId, debtorId, actor, now }: { workspaceId: string; debtorId: string; actor: string; now: Date },
): Promise<void> {
  await recordAudit(tx, {
    ...{ workspaceId, at: now, actor, action: 'evidence_exported' },
    ...{ subjectKind: 'debtor', subjectId: debtorId },
  });
}
