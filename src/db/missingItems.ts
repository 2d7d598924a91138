import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import { idRow } from './idRow.ts';

/** An open item that the last ledger file did not list and that finance has not answered for. */
export interface MissingItem {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly account: string;
  /** the debtor is a private individual */
  readonly individual: boolean;
  readonly number: string;
  readonly dueOn: Day;
  readonly missingSince: Day;
  readonly currency: string;
  /** minor units; negative for a credit note */
  readonly outstanding: bigint;
}

const row = z
  .object({
    id: z.string(),
    debtor_id: z.string(),
    name: z.string(),
    account: z.string(),
    kind: z.string(),
    number: z.string(),
    due_on: z.string(),
    missing_since: z.string(),
    currency: z.string(),
    outstanding: z.bigint(),
  })
  .transform(
    (r): MissingItem => ({
      ...{ invoiceId: r.id, debtorId: r.debtor_id, debtorName: r.name, account: r.account },
      ...{ individual: r.kind === 'individual', number: r.number, currency: r.currency },
      ...{ dueOn: dayOf(r.due_on), missingSince: dayOf(r.missing_since), outstanding: r.outstanding },
    }),
  );

/** All of them, the oldest due date first. */
export async function missingItems(tx: Queries, workspaceId: string): Promise<MissingItem[]> {
  return tx.sql(
    row,
    `SELECT i.id, i.debtor_id, d.name, d.account, d.kind, i.number, i.due_on::text AS due_on, i.missing_since::text AS missing_since,
       i.currency, i.outstanding
     FROM invoice i JOIN debtor d ON d.id = i.debtor_id
     WHERE i.workspace_id = $1 AND i.missing_since IS NOT NULL AND i.outstanding <> 0
     ORDER BY i.due_on, d.name, i.id`,
    [workspaceId],
  );
}

/** The last ledger import that left open items out, undone or not; finance's list came with it. */
export async function lastImportThatLeftOut(tx: Queries, workspaceId: string): Promise<string | undefined> {
  const [found] = await tx.sql(
    idRow,
    `SELECT id FROM ledger_import WHERE workspace_id = $1 AND kind = 'ledger' AND status IN ('applied', 'undone')
       AND (summary->>'missing')::int > 0
     ORDER BY applied_at DESC, id DESC LIMIT 1`,
    [workspaceId],
  );
  return found?.id;
}
