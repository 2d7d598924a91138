import { isoDay } from '../core/day.ts';
import { accountChangedSql } from './accountChangedSql.ts';
import type { LedgerScope } from './ledgerScope.ts';

/**
 * Names, places and kinds that the import changed are what they were, where nobody changed them since; accounts that came with it and have
 * nothing else are as if they had never been, and what finance had said of missing items holds again. Answers how many email addresses
 * of the file stay, since they were used or changed meanwhile.
 */
export async function restoreAccounts(scope: LedgerScope): Promise<number> {
  const { tx, importId, workspaceId, asOf, now } = scope;
  await tx.execute(
    `WITH changed AS (
       SELECT d.id, d.kind, d.country, d.region, CASE WHEN d.name = f.name THEN b.name ELSE d.name END AS new_name,
         CASE WHEN d.country IS NOT DISTINCT FROM f.country THEN b.country ELSE d.country END AS new_country,
         CASE WHEN d.region IS NOT DISTINCT FROM f.region THEN b.region ELSE d.region END AS new_region,
         CASE WHEN d.kind = f.kind THEN b.kind ELSE d.kind END AS new_kind
       FROM ledger_import_change c, jsonb_to_record(c.before) AS b(name text, country text, region text, kind text),
         jsonb_to_record(c.after) AS f(name text, country text, region text, kind text), debtor d
       WHERE c.import_id = $2 AND c.kind = 'debtor' AND d.id = c.subject_id AND d.workspace_id = $1),
     recorded AS (
       ${accountChangedSql('changed', 'changed_by_undo', { importId: '$2', now: '$3' })})
     UPDATE debtor d SET name = new_name, country = new_country, region = new_region, kind = new_kind FROM changed c WHERE d.id = c.id`,
    [workspaceId, importId, now],
  );
  await tx.execute(
    `UPDATE debtor d SET undone_at = $3 WHERE d.workspace_id = $1 AND d.import_id = $2
       AND NOT EXISTS (SELECT FROM invoice i WHERE i.workspace_id = $1 AND i.debtor_id = d.id AND i.undone_at IS NULL)`,
    [workspaceId, importId, now],
  );
  await tx.execute(
    `UPDATE missing_answer a SET listed_on = NULL FROM ledger_import_change c
     WHERE c.import_id = $2 AND c.kind = 'missing_answer' AND a.id = c.subject_id AND a.workspace_id = $1 AND a.listed_on = $3`,
    [workspaceId, importId, isoDay(asOf)],
  );
  await tx.execute(
    `WITH gone AS (
     DELETE FROM contact c WHERE c.workspace_id = $1 AND c.import_id = $2 AND c.name = c.email AND c.role = 'payables'
       AND c.phone IS NULL AND c.mobile IS NULL AND c.verified_on IS NULL AND NOT c.do_not_contact AND c.refused_channels = '{}'
       AND c.dead_channels = '{}' AND c.left_on IS NULL AND NOT EXISTS (SELECT FROM activity a WHERE a.workspace_id = $1 AND a.contact_id = c.id)
       AND NOT EXISTS (SELECT FROM promise p WHERE p.workspace_id = $1 AND p.contact_id = c.id)
       AND NOT EXISTS (SELECT FROM plan p WHERE p.workspace_id = $1 AND p.contact_id = c.id)
     RETURNING c.*),
     kept AS (
       INSERT INTO audit_personal (id, workspace_id, debtor_id, data)
       SELECT 'removed_' || id, workspace_id, debtor_id, jsonb_build_object('before', to_jsonb(gone)) FROM gone)
     INSERT INTO audit (workspace_id, at, actor, action, subject_kind, subject_id, after, personal_id)
     SELECT workspace_id, $3::timestamptz, 'duly', 'contact_removed', 'contact', id, jsonb_build_object('debtorId', debtor_id), 'removed_' || id FROM gone`,
    [workspaceId, importId, now],
  );
  return tx.execute('SELECT FROM contact WHERE workspace_id = $1 AND import_id = $2', [
    workspaceId,
    importId,
  ]);
}
