import { z } from 'zod';
import { isMailbox } from '../core/isMailbox.ts';
import { accountChangedSql } from './accountChangedSql.ts';
import type { PlanFigures } from './ledgerPlanFigures.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** One row for each account in the file, as its last row shows it, of the kind that its last row with one names; unapplied money may name accounts without invoices. */
const ACCOUNTS = `
INSERT INTO import_account
SELECT DISTINCT ON (account) account, name, country, region, emails,
  first_value(kind) OVER (PARTITION BY account ORDER BY kind IS NULL, row_number DESC) AS kind FROM (
  SELECT row_number, account, name, country, region, emails, kind FROM import_incoming
  UNION ALL SELECT s.row_number, r.account, r.name, NULL, NULL, NULL, NULL FROM import_scope o
    JOIN ledger_import_row s ON s.import_id = o.import_id AND s.data->>'type' = 'unapplied',
    jsonb_to_record(s.data) AS r(account text, name text)) x
ORDER BY account, (country IS NULL AND region IS NULL), row_number DESC`;

/** Whether a manager corrected what an account is, or where: no file knows better. */
const corrected = (debtor: string, what: 'kind' | 'place') =>
  `EXISTS (SELECT FROM audit a WHERE a.workspace_id = $1 AND a.subject_kind = 'debtor' AND a.subject_id = ${debtor}.id AND a.action = '${what}_corrected')`;

/** Where the account is once the file has named a place, or none. */
const placeOf = (field: 'country' | 'region', { known, shown }: { known: string; shown: string }) =>
  `CASE WHEN ${shown} IS NOT DISTINCT FROM ${known}.${field} OR ${corrected(known, 'place')} THEN ${known}.${field} ELSE ${shown} END`;

const CREATE = `
WITH undone AS (
SELECT d.id, d.kind, d.country, d.region FROM import_account a JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = a.account
WHERE d.undone_at IS NOT NULL),
made AS (
INSERT INTO debtor (id, workspace_id, creditor_id, account, name, kind, country, region, import_id, next_review_at, created_at)
SELECT gen_random_uuid()::text, $1, $2, account, name, coalesce(kind, $3), country, region, $5, $4, $4 FROM import_account
ON CONFLICT (workspace_id, creditor_id, account) DO UPDATE SET name = excluded.name,
  kind = CASE WHEN ${corrected('debtor', 'kind')} THEN debtor.kind ELSE excluded.kind END,
  country = ${placeOf('country', { known: 'debtor', shown: 'excluded.country' })},
  region = ${placeOf('region', { known: 'debtor', shown: 'excluded.region' })}, import_id = excluded.import_id, next_review_at = excluded.next_review_at,
  undone_at = NULL WHERE debtor.undone_at IS NOT NULL RETURNING id, account, kind, country, region),
again AS (
SELECT u.*, m.kind AS new_kind, m.country AS new_country, m.region AS new_region FROM undone u JOIN made m USING (id)),
kept AS (
${accountChangedSql('again', 'changed_by_import', { importId: '$5', now: '$4' })})
SELECT count(*)::int AS created, count(*) FILTER (WHERE a.kind IS NULL)::int AS unnamed FROM made JOIN import_account a USING (account)`;

const madeRow = z.object({ created: z.number(), unnamed: z.number() });
const NONE = { created: 0, unnamed: 0 };

/** Whether the file shows something open of an account; what was erased does not come back for anything else. */
const isOpenInFile = (account: string) =>
  `EXISTS (SELECT FROM import_incoming o WHERE o.account = ${account}.account AND o.outstanding <> 0 AND o.settled_on IS NULL)`;

const nameOf = `CASE WHEN d.erased_at IS NULL OR ${isOpenInFile('d')} THEN a.name ELSE d.name END`;

const UPDATE = `
WITH shown AS (
  SELECT d.id, d.name, d.country, d.region, d.kind, ${nameOf} AS new_name,
    ${placeOf('country', { known: 'd', shown: 'coalesce(a.country, d.country)' })} AS new_country,
    ${placeOf('region', { known: 'd', shown: 'coalesce(a.region, d.region)' })} AS new_region,
    CASE WHEN coalesce(a.kind, $3, d.kind) = d.kind OR ${corrected('d', 'kind')} THEN d.kind
      ELSE coalesce(a.kind, $3) END AS new_kind
  FROM import_account a JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = a.account),
held AS (
  SELECT * FROM shown WHERE (name, country, region, kind) IS DISTINCT FROM (new_name, new_country, new_region, new_kind)),
kept AS (
  INSERT INTO ledger_import_change (workspace_id, import_id, kind, subject_id, before, after)
  SELECT $1, $4, 'debtor', id, jsonb_build_object('name', name, 'country', country, 'region', region, 'kind', kind),
    jsonb_build_object('name', new_name, 'country', new_country, 'region', new_region, 'kind', new_kind) FROM held),
recorded AS (
  ${accountChangedSql('held', 'changed_by_import', { importId: '$4', now: '$5' })}),
changed AS (
  UPDATE debtor d SET name = new_name, country = new_country, region = new_region, kind = new_kind
  FROM held h WHERE d.id = h.id RETURNING d.id)
INSERT INTO import_touched SELECT id FROM changed`;

/**
 * Brings in the file's accounts: new debtors, changed names and places, contacts for email addresses not yet known. What the file says of
 * a debtor's kind goes first, then `kind`, which is given only where the import names it: both hold for known debtors too, except where a
 * manager corrected it; new ones that neither names are of `kindOfNew`. Answers how many are new, and of how many of these the file names no kind.
 */
export async function applyDebtors(
  scope: LedgerScope,
  { kind, kindOfNew, has }: { kind: string | undefined; kindOfNew: string; has: PlanFigures['has'] },
): Promise<{ readonly created: number; readonly unnamed: number }> {
  const { tx, workspaceId, creditorId } = scope;
  // unapplied money may name accounts of its own, and `kind` another kind for all of them
  const differ = has.changedAccounts || has.unapplied || kind !== undefined;
  const made = differ ? await bringIn(scope, { kind, kindOfNew }) : NONE;
  if (has.newAccounts) {
    await tx.execute(
      `UPDATE import_plan p SET debtor_id = d.id FROM debtor d
       WHERE p.debtor_id IS NULL AND d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = p.account`,
      [workspaceId, creditorId],
    );
  }
  if (has.emails) await addContacts(scope);
  return made;
}

async function bringIn(
  { tx, importId, workspaceId, creditorId, now }: LedgerScope,
  { kind, kindOfNew }: { kind: string | undefined; kindOfNew: string },
): Promise<z.output<typeof madeRow>> {
  await tx.execute(ACCOUNTS);
  const params = [workspaceId, creditorId, kindOfNew, now, importId];
  const [made = NONE] = await tx.sql(madeRow, CREATE, params);
  await tx.execute(UPDATE, [workspaceId, creditorId, kind ?? null, importId, now]);
  return made;
}

async function addContacts({ tx, importId, workspaceId, creditorId, now }: LedgerScope): Promise<void> {
  const found = await tx.sql(
    z.object({ debtor_id: z.string(), email: z.string(), nth: z.number() }),
    `SELECT d.id AS debtor_id, e.email, (row_number() OVER (PARTITION BY d.id ORDER BY min(n.row_number), min(e.place), e.email))::int AS nth
     FROM import_incoming n CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(n.emails, '[]')) WITH ORDINALITY AS e(email, place)
     JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = n.account
     WHERE (d.erased_at IS NULL OR ${isOpenInFile('d')}) AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.debtor_id = d.id
       AND (lower(c.email) = e.email OR e.email = ANY(c.former_emails)))
     GROUP BY 1, 2 ORDER BY 1, 3`,
    [workspaceId, creditorId],
  );
  if (found.length === 0) return;
  const contacts = found.map((contact) => ({ ...contact, is_mailbox: isMailbox(contact.email) }));
  await tx.execute(
    `WITH added AS (
       INSERT INTO contact (id, workspace_id, debtor_id, name, email, is_mailbox, preferred_channel, position, import_id, created_at)
       SELECT gen_random_uuid()::text, $1, c.debtor_id, c.email, c.email, c.is_mailbox, 'email',
         coalesce((SELECT max(position) + 1 FROM contact h WHERE h.debtor_id = c.debtor_id), 0) + c.nth - 1, $4, $3
       FROM jsonb_to_recordset($2::jsonb) AS c(debtor_id text, email text, nth int, is_mailbox boolean) RETURNING debtor_id)
     INSERT INTO import_touched SELECT debtor_id FROM added`,
    [workspaceId, JSON.stringify(contacts), now, importId],
  );
}

/** Locks the debtors that the file is about, and those with open items, in one order for all, until the transaction ends. */
export async function lockDebtors({ tx, workspaceId, creditorId }: LedgerScope): Promise<void> {
  // a union is hashed or sorted however large it is; ORs of lists that do not fit into memory are read through for each debtor
  await tx.execute(
    `SELECT 1 FROM debtor d WHERE d.workspace_id = $1 AND d.id IN (
       SELECT i.debtor_id FROM invoice i WHERE i.workspace_id = $1 AND i.creditor_id = $2 AND i.outstanding <> 0
       UNION SELECT i.debtor_id FROM import_incoming n
         JOIN invoice i ON i.workspace_id = $1 AND i.creditor_id = $2 AND i.number = n.number
       UNION SELECT a.id FROM import_incoming n
         JOIN debtor a ON a.workspace_id = $1 AND a.creditor_id = $2 AND a.account = n.account)
     ORDER BY d.id FOR UPDATE OF d`,
    [workspaceId, creditorId],
  );
}
