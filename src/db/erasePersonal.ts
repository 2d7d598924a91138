import { z } from 'zod';
import type { Tx } from './client.ts';
import { emptiedMessage, isOver } from './emptyMessages.ts';

/** The name that an account of a person has once it is erased. */
export const ERASED_NAME = 'Erased account';

/**
 * Erases the personal data of an account, in the transaction of whoever has its lock and knows that they are past their time: whom to reach,
 * every word that was typed, written or sent, copies, and the name of a private individual or sole trader, with an account number that is
 * the name. Amounts, dates, counts, what was done and by whom stay. The database refuses it while a legal hold stands or an item is open.
 */
export async function erasePersonal(
  tx: Tx,
  { workspaceId, debtorId, now }: { workspaceId: string; debtorId: string; now: Date },
): Promise<void> {
  await tx.execute("SELECT set_config('duly.erasing', $1, true)", [debtorId]);
  const [own] = await tx.sql(idsRow, idsSql, [workspaceId, debtorId]);
  const ids = own?.ids ?? [];
  for (const statement of ofAccount) await tx.execute(statement, [workspaceId, debtorId]);
  for (const statement of byIds) await tx.execute(statement, [workspaceId, ids]);
  await tx.execute(auditSql, [workspaceId, ids, debtorId]);
  await tx.execute(messagesSql, [workspaceId, ids, `%${debtorId}%`]);
  await tx.execute(debtorSql, [workspaceId, debtorId, now, ERASED_NAME]);
  await tx.execute("SELECT set_config('duly.erasing', '', true)", []);
}

const idsRow = z.object({ ids: z.array(z.string()) });

const tables = [
  'invoice contact debtor_condition stage_step prompt activity promise plan dispute hold notice approval hand_off late_habit',
  'write_off month_end credit_hold payment "case" billing_terms missing_answer',
].flatMap((names) => names.split(' '));

/** the account itself and all that is its own */
const idsSql = `SELECT array_agg(id) AS ids FROM (SELECT $2::text AS id
${tables.map((table) => `UNION ALL SELECT id FROM ${table} WHERE workspace_id = $1 AND debtor_id = $2`).join('\n')}) x`;

/** table x of the account, without these */
const without = (table: string, what: string) =>
  `UPDATE ${table} SET ${what} WHERE workspace_id = $1 AND debtor_id = $2`;

/** $1 workspace, $2 debtor */
const ofAccount = [
  'DELETE FROM contact WHERE workspace_id = $1 AND debtor_id = $2',
  'DELETE FROM billing_terms WHERE workspace_id = $1 AND debtor_id = $2',
  'DELETE FROM audit_personal WHERE workspace_id = $1 AND debtor_id = $2',
  `DELETE FROM invoice_copy WHERE workspace_id = $1 AND (debtor_id = $2
    OR invoice_id IN (SELECT id FROM invoice WHERE workspace_id = $1 AND debtor_id = $2))`,
  without('invoice', 'payment_link = NULL, order_number = NULL'),
  without('payment', 'payer_name = NULL, reference = NULL'),
  without('activity', "notes = NULL, details = '{}'"),
  without('debtor_condition', 'evidence = NULL, reference = NULL'),
  without('dispute', 'note = NULL'),
  without('hold', "reason = ''"),
  without('write_off', "reason = ''"),
  without('late_habit', "why = ''"),
  without('month_end', 'why = NULL'),
  without('hand_off', 'recall_reason = NULL'),
  without('credit_hold', 'release_reason = NULL'),
  without('legal_hold', "reason = '', end_reason = NULL"),
  without('stage_step', "reasons = '[]'"),
  without('prompt', "details = '{}', outcome = NULL"),
  without('notice', "subject = '', text = '', html = '', recipients = '[]', figures = '{}', outcome = NULL"),
  without('approval', 'outcome = NULL, shown_needs = NULL'),
];

/** $1 workspace, $2 ids of the account and of what is its own */
const byIds = [
  `UPDATE approval_decision SET reason = NULL WHERE workspace_id = $1 AND approval_id = ANY($2::text[])`,
  `DELETE FROM ledger_import_change WHERE subject_id = ANY($2::text[])
     AND import_id IN (SELECT id FROM ledger_import WHERE workspace_id = $1)`,
];

/** $1 workspace, $2 ids, $3 debtor */
const auditSql = `UPDATE audit SET why = NULL WHERE workspace_id = $1 AND why IS NOT NULL
  AND (subject_id = ANY($2::text[]) OR after->>'debtorId' = $3)`;

/** Messages that were about the account. $1 workspace, $2 ids, $3 the account's id within a text */
const messagesSql = `UPDATE outbox SET ${emptiedMessage} WHERE workspace_id = $1 AND ${isOver}
  AND (about->>'id' = ANY($2::text[]) OR recheck->>'id' = ANY($2::text[]) OR string_to_array(key, ':') && $2::text[]
    OR string_to_array(message_key, ':') && $2::text[] OR (key LIKE 'erasures:%' AND payload::text LIKE $3))`;

/** $1 workspace, $2 debtor, $3 now, $4 the name that people have then */
const debtorSql = `
UPDATE debtor SET erased_at = $3::timestamptz, erasure_told_on = NULL, tags = '{}',
  name = CASE WHEN kind = 'business' THEN name ELSE $4 END,
  account = CASE WHEN kind <> 'business' AND lower(account) = lower(name) THEN 'erased-' || id ELSE account END
WHERE workspace_id = $1 AND id = $2`;
