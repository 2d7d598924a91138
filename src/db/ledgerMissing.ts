import { isoDay } from '../core/day.ts';
import { STILL_OPEN_DAYS } from '../core/missingAnswer.ts';
import type { LedgerScope } from './ledgerScope.ts';

/**
 * Open items in a currency of the file (see `PlanFigures`) that it does not list any more; they count as missing from its day, but for those that
 * finance said to be open after an earlier file. Answers how many.
 */
export async function markMissing(scope: LedgerScope, currencies: readonly string[]): Promise<number> {
  const { tx, importId, workspaceId, creditorId, asOf } = scope;
  return tx.execute(
    `WITH gone AS (
       UPDATE invoice i SET missing_since = $4
       WHERE i.workspace_id = $2 AND i.creditor_id = $3 AND i.outstanding <> 0 AND i.missing_since IS NULL AND i.issued_on <= $4
         AND i.currency = ANY($6::text[])
         AND NOT EXISTS (SELECT 1 FROM import_plan p WHERE p.invoice_id = i.id)
         AND NOT EXISTS (SELECT 1 FROM import_listed l WHERE l.number = i.number)
         AND NOT EXISTS (SELECT 1 FROM missing_answer a WHERE a.workspace_id = $2 AND a.invoice_id = i.id AND a.answer = 'open'
           AND a.listed_on IS NULL AND a.answered_on > $4::date - $5::int)
       RETURNING *),
     recorded AS (
       INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
       SELECT $2, $1, 'invoice', id, kept || '{"missing_since": null}', kept || jsonb_build_object('missing_since', missing_since)
       FROM (SELECT *, jsonb_build_object('due_on', due_on, 'amount', amount, 'debtor_id', debtor_id, 'order_number', order_number) AS kept
         FROM gone) g)
     INSERT INTO import_touched SELECT debtor_id FROM gone`,
    [importId, workspaceId, creditorId, isoDay(asOf), STILL_OPEN_DAYS, currencies],
  );
}

/** What finance said of items that the file lists again holds no longer. */
export async function endMissingAnswers({ tx, importId, workspaceId, asOf }: LedgerScope): Promise<void> {
  await tx.execute(
    `WITH ended AS (
       UPDATE missing_answer a SET listed_on = $2 FROM import_plan p
       WHERE a.workspace_id = $1 AND a.invoice_id = p.invoice_id AND a.listed_on IS NULL AND a.missing_since <= $2
       RETURNING a.id, a.listed_on)
     INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
     SELECT $1, $3, 'missing_answer', id, '{"listed_on": null}', jsonb_build_object('listed_on', listed_on) FROM ended`,
    [workspaceId, isoDay(asOf), importId],
  );
}
