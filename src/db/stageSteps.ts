import { type Day, dateOfDay } from '../core/day.ts';
import type { StepToTake } from '../core/decision.ts';
import type { InvoiceFact, Reason } from '../core/facts.ts';
import type { Tx } from './client.ts';

/**
 * Keeps a step that is taken, with the invoices that it lists and what was open of them then. False where the step was taken before:
 * nothing is written then.
 */
export async function insertStep(
  tx: Tx,
  step: {
    readonly id: string;
    readonly workspaceId: string;
    readonly caseId: string;
    readonly debtorId: string;
    readonly taken: Pick<StepToTake, 'stage' | 'carryingInvoiceId' | 'occurrence' | 'stageDay'>;
    readonly on: Day;
    readonly listed: readonly Pick<InvoiceFact, 'id' | 'outstanding'>[];
    readonly reasons: readonly Reason[];
    readonly now: Date;
  },
): Promise<boolean> {
  const { taken, on, listed, reasons, now } = step;
  const rows = await tx.execute(insertSql, [
    ...[step.id, step.workspaceId, step.caseId, step.debtorId, taken.stage, taken.carryingInvoiceId],
    ...[taken.occurrence, taken.stageDay, dateOfDay(on), now, JSON.stringify(reasons)],
    ...[listed.map(({ id }) => id), listed.map(({ outstanding }) => outstanding.toString())],
  ]);
  return rows > 0;
}

/** $1 id, $2 workspace, $3 case, $4 debtor, $5 stage, $6 carrying invoice, $7 occurrence, $8 stage day, $9 day, $10 now, $11 reasons, $12 invoices, $13 what is open of them */
const insertSql = `
WITH step AS (
  INSERT INTO stage_step (id, workspace_id, case_id, debtor_id, stage, carrying_invoice_id, occurrence, stage_day, taken_on, taken_at, reasons)
  VALUES ($1, $2, $3, $4, $5, $6, $7::int, $8::int, $9::date, $10::timestamptz, $11::jsonb)
  ON CONFLICT DO NOTHING RETURNING id, workspace_id
), listed AS (
  INSERT INTO stage_step_invoice (step_id, invoice_id, workspace_id, outstanding)
  SELECT step.id, i.id, step.workspace_id, i.outstanding
  FROM step CROSS JOIN unnest($12::text[], $13::bigint[]) AS i (id, outstanding)
)
SELECT id FROM step`;
