import { z } from 'zod';
import { type Day, dateOfDay, dayOf, isoDay } from '../core/day.ts';
import { newId } from '../core/newId.ts';
import type { Tx } from './client.ts';

const lastRow = z.object({
  id: z.string(),
  cycle: z.number(),
  closed_on: z.string().nullable(),
  waits: z.boolean(),
});

/** A case k to which what was done before belongs, and that no review has opened yet. */
const waitsSql = 'k.closed_on IS NOT NULL AND k.decided_at IS NULL';

/** A case as the next one needs it: undefined `closedOn` while it is open. */
export interface LastCase {
  readonly id: string;
  readonly cycle: number;
  readonly closedOn: Date | undefined;
  /** it was made for steps of before, and waits for the first review to open it */
  readonly waits: boolean;
}

/** The last case of a debtor; undefined where it never had one. */
export async function lastCase(tx: Tx, workspaceId: string, debtorId: string): Promise<LastCase | undefined> {
  const [found] = await tx.sql(
    lastRow,
    `SELECT k.id, k.cycle, k.closed_on, ${waitsSql} AS waits FROM "case" k
     WHERE k.workspace_id = $1 AND k.debtor_id = $2 ORDER BY k.cycle DESC LIMIT 1`,
    [workspaceId, debtorId],
  );
  if (!found) return undefined;
  const { id, cycle, closed_on: closedOn, waits } = found;
  return { id, cycle, closedOn: closedOn === null ? undefined : dateOfDay(dayOf(closedOn)), waits };
}

/** Keeps a case that is opened. */
export async function insertCase(
  tx: Tx,
  opened: {
    readonly id: string;
    readonly workspaceId: string;
    readonly debtorId: string;
    readonly cycle: number;
    readonly policyId: string | undefined;
    readonly on: Day;
  },
): Promise<void> {
  const { id, workspaceId, debtorId, cycle, policyId, on } = opened;
  await tx.execute(
    'INSERT INTO "case" (id, workspace_id, debtor_id, cycle, policy_id, opened_on) VALUES ($1, $2, $3, $4::int, $5, $6::date)',
    [id, workspaceId, debtorId, cycle, policyId ?? null, isoDay(on)],
  );
}

/**
 * The cases of these debtors that wait to be opened, made where there is none, by debtor: steps of before Duly belong to them. Whether such a
 * case opens, and by which policy it goes, is for the first review to say.
 */
export async function waitingCases(
  tx: Tx,
  { workspaceId, debtorIds, on }: { workspaceId: string; debtorIds: readonly string[]; on: Day },
): Promise<Map<string, string>> {
  const rows = await tx.sql(waitingRow, waitingSql, [
    workspaceId,
    debtorIds.map(() => newId()),
    [...debtorIds],
    isoDay(on),
  ]);
  return new Map(rows.map((row) => [row.debtor_id, row.id]));
}

const waitingRow = z.object({ id: z.string(), debtor_id: z.string() });

/** $1 workspace, $2 ids for new ones, $3 debtors, $4 day */
const waitingSql = `
WITH last AS (
  SELECT DISTINCT ON (k.debtor_id) k.id, k.debtor_id, k.cycle, ${waitsSql} AS waits FROM "case" k
  WHERE k.workspace_id = $1 AND k.debtor_id = ANY($3::text[]) ORDER BY k.debtor_id, k.cycle DESC),
made AS (
  INSERT INTO "case" (id, workspace_id, debtor_id, cycle, opened_on, closed_on)
  SELECT m.id, $1, m.debtor_id, coalesce(l.cycle, 0) + 1, $4::date, $4::date
  FROM unnest($2::text[], $3::text[]) AS m (id, debtor_id) LEFT JOIN last l USING (debtor_id)
  WHERE l.waits IS NOT TRUE RETURNING id, debtor_id)
SELECT id, debtor_id FROM made UNION ALL SELECT id, debtor_id FROM last WHERE waits`;

/** Opens a case that waited for its first review. */
export async function openWaitingCase(
  tx: Tx,
  opened: {
    readonly id: string;
    readonly workspaceId: string;
    readonly policyId: string | undefined;
    readonly on: Day;
  },
): Promise<void> {
  await tx.execute(
    'UPDATE "case" SET opened_on = $4::date, closed_on = NULL, policy_id = $3 WHERE workspace_id = $1 AND id = $2',
    [opened.workspaceId, opened.id, opened.policyId ?? null, isoDay(opened.on)],
  );
}

/** Records that a case is closed on a day: it stands nowhere any more. */
export async function closeCase(
  tx: Tx,
  closed: { readonly workspaceId: string; readonly id: string; readonly on: Day; readonly now: Date },
): Promise<void> {
  await tx.execute(
    `UPDATE "case" SET closed_on = $3::date, stage = NULL, carrying_invoice_id = NULL, effective_days = NULL, decided_at = $4::timestamptz
     WHERE workspace_id = $1 AND id = $2`,
    [closed.workspaceId, closed.id, isoDay(closed.on), closed.now],
  );
}
