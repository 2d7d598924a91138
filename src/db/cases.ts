import { z } from 'zod';
import { type Day, dateOfDay, dayOf, isoDay } from '../core/day.ts';
import type { Tx } from './client.ts';

const lastRow = z.object({ id: z.string(), cycle: z.number(), closed_on: z.string().nullable() });

/** A case as the next one needs it: undefined `closedOn` while it is open. */
export interface LastCase {
  readonly id: string;
  readonly cycle: number;
  readonly closedOn: Date | undefined;
}

/** The last case of a debtor; undefined where it never had one. */
export async function lastCase(tx: Tx, workspaceId: string, debtorId: string): Promise<LastCase | undefined> {
  const [found] = await tx.sql(
    lastRow,
    'SELECT id, cycle, closed_on FROM "case" WHERE workspace_id = $1 AND debtor_id = $2 ORDER BY cycle DESC LIMIT 1',
    [workspaceId, debtorId],
  );
  if (!found) return undefined;
  const { id, cycle, closed_on: closedOn } = found;
  return { id, cycle, closedOn: closedOn === null ? undefined : dateOfDay(dayOf(closedOn)) };
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
