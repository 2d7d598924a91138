import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Reason } from '../core/facts.ts';
import { newId } from '../core/newId.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** What rows of an import say alike of a customer's last step. */
export interface SaidOfDebtor {
  readonly debtorId: string;
  readonly stage: string;
  readonly on: Day | undefined;
  /** the first of these rows, and how many they are */
  readonly rowNumber: number;
  readonly rows: number;
}

const saidRow = z
  .object({
    debtor_id: z.string(),
    last_step: z.string(),
    last_step_on: z.string().nullable(),
    row_number: z.number(),
    rows: z.number(),
  })
  .transform(
    (row): SaidOfDebtor => ({
      debtorId: row.debtor_id,
      stage: row.last_step,
      on: row.last_step_on === null ? undefined : dayOf(row.last_step_on),
      rowNumber: row.row_number,
      rows: row.rows,
    }),
  );

/** What the staged file says of the last steps of its customers, by customer. */
export async function lastStepsSaid({ tx, workspaceId, creditorId }: LedgerScope): Promise<SaidOfDebtor[]> {
  return tx.sql(
    saidRow,
    `SELECT d.id AS debtor_id, n.last_step, n.last_step_on::text AS last_step_on, min(n.row_number) AS row_number, count(*)::int AS rows
     FROM import_incoming n JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = n.account
     WHERE n.last_step IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 4`,
    [workspaceId, creditorId],
  );
}

/** A step as an import says that it was done, and the message that it was. */
export interface StepOfImport {
  readonly debtorId: string;
  readonly caseId: string;
  readonly stage: string;
  readonly carryingInvoiceId: string;
  readonly occurrence: number;
  readonly stageDay: number;
  readonly doneOn: Day;
  readonly deadlineOn: Day | undefined;
  readonly listed: readonly { readonly id: string; readonly outstanding: bigint }[];
  readonly reasons: readonly Reason[];
  /** the hour at which it counts as done */
  readonly at: Date;
  /** written to the customer: it counts among our messages */
  readonly message: { readonly kind: 'email' | 'letter'; readonly notes: string } | undefined;
}

/** Keeps steps as done by this import, with the invoices that they were about and the messages that they were, and has their debtors looked at. */
export async function insertImportedSteps(
  { tx, importId, workspaceId, now }: LedgerScope,
  steps: readonly StepOfImport[],
): Promise<void> {
  const rows = steps.map((step) => ({
    id: newId(),
    debtor_id: step.debtorId,
    case_id: step.caseId,
    stage: step.stage,
    invoice_id: step.carryingInvoiceId,
    occurrence: step.occurrence,
    stage_day: step.stageDay,
    done_on: isoDay(step.doneOn),
    deadline_on: step.deadlineOn === undefined ? null : isoDay(step.deadlineOn),
    at: step.at.toISOString(),
    reasons: step.reasons,
    listed: step.listed.map(({ id, outstanding }) => ({ id, outstanding: outstanding.toString() })),
    message_id: newId(),
    message_kind: step.message?.kind ?? null,
    notes: step.message?.notes ?? null,
  }));
  await tx.execute(insertSql, [workspaceId, importId, now, JSON.stringify(rows)]);
}

/** $1 workspace, $2 import, $3 now, $4 the steps */
const insertSql = `
WITH said AS (
  SELECT * FROM jsonb_to_recordset($4::jsonb) AS s(id text, debtor_id text, case_id text, stage text, invoice_id text, occurrence int,
    stage_day int, done_on date, deadline_on date, at timestamptz, reasons jsonb, listed jsonb, message_id text, message_kind text, notes text)),
step AS (
  INSERT INTO stage_step (id, workspace_id, case_id, debtor_id, stage, carrying_invoice_id, occurrence, stage_day, taken_on, taken_at, state,
    done_on, deadline_on, imported, import_id, reasons)
  SELECT id, $1, case_id, debtor_id, stage, invoice_id, occurrence, stage_day, done_on, at, 'done', done_on, deadline_on, true, $2, reasons
  FROM said ON CONFLICT DO NOTHING RETURNING id),
listed AS (
  INSERT INTO stage_step_invoice (step_id, invoice_id, workspace_id, outstanding)
  SELECT s.id, i.id, $1, i.outstanding FROM said s JOIN step USING (id), jsonb_to_recordset(s.listed) AS i(id text, outstanding bigint)),
message AS (
  INSERT INTO activity (id, workspace_id, debtor_id, step_id, kind, direction, outcome, counted, at, notes, key, recorded_at)
  SELECT s.message_id, $1, s.debtor_id, s.id, s.message_kind, 'out', 'imported', true, s.at, s.notes, 'imported:' || s.id, $3
  FROM said s JOIN step USING (id) WHERE s.message_kind IS NOT NULL)
INSERT INTO import_touched SELECT s.debtor_id FROM said s JOIN step USING (id)`;

/** What the import said was done counts no more, and the messages that it was are taken back. */
export async function withdrawImportedSteps({ tx, importId, workspaceId, now }: LedgerScope): Promise<void> {
  await tx.execute(
    `INSERT INTO activity (id, workspace_id, debtor_id, step_id, kind, direction, outcome, at, reverses_id, key, recorded_at)
     SELECT gen_random_uuid()::text, $1, a.debtor_id, a.step_id, a.kind, a.direction, a.outcome, a.at, a.id, 'undo:' || a.id, $3
     FROM stage_step s JOIN activity a ON a.workspace_id = $1 AND a.key = 'imported:' || s.id
     WHERE s.workspace_id = $1 AND s.import_id = $2 AND s.state = 'done' ON CONFLICT DO NOTHING`,
    [workspaceId, importId, now],
  );
  await tx.execute(
    `UPDATE stage_step SET state = 'cancelled', done_on = NULL WHERE workspace_id = $1 AND import_id = $2 AND state = 'done'`,
    [workspaceId, importId],
  );
}
