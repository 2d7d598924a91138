import type { Tx } from './client.ts';

/** Where an open case stands by its last decision: the invoice that carries it with its effective days past due, and its stage. */
export interface CaseStanding {
  readonly workspaceId: string;
  readonly caseId: string;
  readonly carryingInvoiceId: string | undefined;
  readonly effectiveDays: number | undefined;
  readonly stage: string | undefined;
  readonly now: Date;
}

/** Records where a case stands. */
export async function setCaseStanding(tx: Tx, standing: CaseStanding): Promise<void> {
  const { workspaceId, caseId, carryingInvoiceId, effectiveDays, stage, now } = standing;
  await tx.execute(
    `UPDATE "case" SET carrying_invoice_id = $3, effective_days = $4::int, stage = $5, decided_at = $6::timestamptz
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, caseId, carryingInvoiceId ?? null, effectiveDays ?? null, stage ?? null, now],
  );
}

/** Records the stage that an open case has come to: somebody was reached for it. */
export async function setCaseStage(
  tx: Tx,
  {
    workspaceId,
    caseId,
    stage,
  }: { readonly workspaceId: string; readonly caseId: string; readonly stage: string },
): Promise<void> {
  await tx.execute(
    'UPDATE "case" SET stage = $3, not_reached_on = NULL WHERE workspace_id = $1 AND id = $2',
    [workspaceId, caseId, stage],
  );
}
