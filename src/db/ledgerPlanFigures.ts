import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { CLEARING_DAYS } from '../core/replaceLedgerMoney.ts';
import { CURRENCIES } from './ledgerCurrencies.ts';
import { DIFFERS } from './ledgerInvoices.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** What a planned import would do, before it does it. */
export interface PlanFigures {
  /** open items of the creditor before the import */
  readonly openBefore: number;
  /** open items that it would close */
  readonly closing: number;
  /** items of the ledger that it shows otherwise: paid, dated, worth, or whose they are */
  readonly differing: number;
  /** the latest ledger file of this creditor applied so far */
  readonly lastAsOf: Day | undefined;
  /** as-of of this very file, where it was applied before and another ledger of this creditor has been applied since */
  readonly overtakenAsOf: Day | undefined;
  /** what there is to do: a step of the import that finds nothing to do is left out, which are most of them on most days */
  readonly has: {
    readonly newInvoices: boolean;
    /** dates, accounts, order numbers, larger amounts; items that are listed again */
    readonly revisions: boolean;
    readonly smallerAmounts: boolean;
    /** less is shown as paid than is known */
    readonly moneyToTakeBack: boolean;
    /** more is shown as paid than is known */
    readonly moneyToBook: boolean;
    readonly creditNotes: boolean;
    readonly unapplied: boolean;
    /** less or more is shown as paid than is known, bank money that no ledger has shown yet left aside */
    readonly paidOtherwise: boolean;
    /** invoices of accounts that are not known */
    readonly newAccounts: boolean;
    /** accounts that are not known or void, or of which a row names something else than is known */
    readonly changedAccounts: boolean;
    /** email addresses, known or not */
    readonly emails: boolean;
    /** rows of one account that name different kinds */
    readonly severalKinds: boolean;
    /** last steps of customers, known or not */
    readonly lastSteps: boolean;
    /** items that are listed again of which finance said something */
    readonly missingAnswers: boolean;
    /** copies on file of invoices that the file lists */
    readonly copies: boolean;
    /** bank money that a ledger should show by the file's day, on items that it shows as open */
    readonly unposted: boolean;
  };
  /** that it speaks for: those of its rows, and those that the last file with one of them spoke for too. So a whole ledger that lists nothing of
   * a currency any more says so, and one that is exported currency by currency says nothing of the others. */
  readonly currencies: string[];
  /** what is open in the file, unapplied money taken off, per currency */
  readonly openInFile: Money[];
}

const figures = z.object({
  open_before: z.bigint(),
  closing: z.bigint(),
  differing: z.bigint(),
  last_as_of: z.string().nullable(),
  overtaken_as_of: z.string().nullable(),
  news: z.boolean().nullable(),
  revisions: z.boolean().nullable(),
  smaller: z.boolean().nullable(),
  takes: z.boolean().nullable(),
  books: z.boolean().nullable(),
  credits: z.boolean().nullable(),
  unapplied: z.boolean(),
  pays: z.boolean().nullable(),
  accounts: z.boolean().nullable(),
  emails: z.boolean(),
  kinds: z.boolean(),
  last_steps: z.boolean(),
  answers: z.boolean(),
  copies: z.boolean(),
  unposted: z.boolean(),
  changed: z.boolean().nullable(),
  currencies: z.array(z.string()),
  open_in_file: z.array(z.object({ currency: z.string(), amount: z.string().transform(BigInt) })),
});

/** Counts a planned import. */
export async function planFigures(scope: LedgerScope): Promise<PlanFigures> {
  const { tx, importId, workspaceId, creditorId, asOf } = scope;
  const [row] = await tx.sql(
    figures,
    `SELECT (SELECT count(*) FROM invoice WHERE workspace_id = $1 AND creditor_id = $2 AND outstanding <> 0) AS open_before,
       (SELECT count(*) FROM import_plan WHERE NOT is_new AND held_outstanding <> 0 AND CASE WHEN amount < 0 THEN target = 0
          ELSE held_outstanding + (amount - held_amount) <= booked END) AS closing,
       (SELECT count(*) FROM import_plan p WHERE NOT is_new
          AND (${DIFFERS} OR CASE WHEN amount < 0 THEN target <> held_outstanding ELSE booked <> 0 END)) AS differing,
       (SELECT max(as_of) FROM ledger_import WHERE workspace_id = $1 AND creditor_id = $2 AND kind = 'ledger'
          AND status = 'applied') AS last_as_of,
       (SELECT max(a.as_of) FROM ledger_import mine JOIN ledger_import a ON a.sha256 = mine.sha256 AND a.workspace_id = $1
          AND a.creditor_id = $2 AND a.kind = 'ledger' AND a.status = 'applied'
        WHERE mine.id = $3 AND EXISTS (SELECT FROM ledger_import b WHERE b.workspace_id = $1 AND b.creditor_id = $2
          AND b.kind = 'ledger' AND b.status = 'applied' AND b.applied_at > a.applied_at AND b.sha256 <> a.sha256)) AS overtaken_as_of,
       EXISTS (SELECT FROM ledger_import_row WHERE import_id = $3 AND data->>'type' = 'unapplied') AS unapplied,
       EXISTS (SELECT FROM import_incoming WHERE emails IS NOT NULL) AS emails,
       EXISTS (SELECT FROM import_incoming WHERE kind IS NOT NULL GROUP BY account HAVING min(kind) <> max(kind)) AS kinds,
       EXISTS (SELECT FROM import_incoming WHERE last_step IS NOT NULL) AS last_steps,
       EXISTS (SELECT FROM import_plan p JOIN missing_answer a ON a.invoice_id = p.invoice_id
         WHERE a.workspace_id = $1 AND a.listed_on IS NULL AND a.missing_since <= $4) AS answers,
       EXISTS (SELECT FROM import_plan p JOIN invoice_copy c ON c.invoice_id = p.invoice_id WHERE c.workspace_id = $1) AS copies,
       EXISTS (SELECT FROM import_unconfirmed u JOIN import_plan p ON p.invoice_id = u.invoice_id
         WHERE u.amount > 0 AND u.since < $4::date - $5::int AND p.target > 0) AS unposted,
       (SELECT bool_or(d.id IS NULL OR d.undone_at IS NOT NULL OR (n.name, coalesce(n.country, d.country), coalesce(n.region, d.region),
           coalesce(n.kind, d.kind)) IS DISTINCT FROM (d.name, d.country, d.region, d.kind))
         FROM import_incoming n LEFT JOIN debtor d ON d.workspace_id = $1 AND d.creditor_id = $2 AND d.account = n.account) AS changed,
       ARRAY(${CURRENCIES}) AS currencies,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount::text) ORDER BY currency), '[]') FROM (
         SELECT currency, sum(amount) AS amount FROM (
           SELECT currency, outstanding AS amount FROM import_incoming
           UNION ALL SELECT r.currency, -r.amount FROM ledger_import_row s,
             jsonb_to_record(s.data) AS r(currency text, amount bigint)
           WHERE s.import_id = $3 AND s.data->>'type' = 'unapplied') x
         GROUP BY currency) y) AS open_in_file, has.*
     FROM (SELECT bool_or(p.is_new) AS news, bool_or(NOT p.is_new AND (${DIFFERS} OR p.held_missing IS NOT NULL)) AS revisions,
         bool_or(NOT p.is_new AND abs(p.amount) < abs(p.held_amount)) AS smaller, bool_or(p.booked < 0) AS takes,
         bool_or(p.booked > 0) AS books, bool_or(p.delta <> 0) AS pays, bool_or(p.debtor_id IS NULL) AS accounts,
         bool_or(p.amount < 0 OR p.held_amount < 0) AS credits FROM import_plan p) has`,
    [workspaceId, creditorId, importId, isoDay(asOf), CLEARING_DAYS],
  );
  return {
    openBefore: Number(row?.open_before ?? 0n),
    closing: Number(row?.closing ?? 0n),
    differing: Number(row?.differing ?? 0n),
    lastAsOf: row?.last_as_of ? dayOf(row.last_as_of) : undefined,
    overtakenAsOf: row?.overtaken_as_of ? dayOf(row.overtaken_as_of) : undefined,
    has: {
      newInvoices: row?.news ?? false,
      revisions: row?.revisions ?? false,
      smallerAmounts: row?.smaller ?? false,
      moneyToTakeBack: row?.takes ?? false,
      moneyToBook: row?.books ?? false,
      creditNotes: row?.credits ?? false,
      unapplied: row?.unapplied ?? false,
      paidOtherwise: row?.pays ?? false,
      newAccounts: row?.accounts ?? false,
      emails: row?.emails ?? false,
      severalKinds: row?.kinds ?? false,
      lastSteps: row?.last_steps ?? false,
      missingAnswers: row?.answers ?? false,
      copies: row?.copies ?? false,
      unposted: row?.unposted ?? false,
      changedAccounts: row?.changed ?? false,
    },
    currencies: row?.currencies ?? [],
    openInFile: row?.open_in_file ?? [],
  };
}

/**
 * Once everything is applied: has the policy look again at every debtor about whom something changed, and answers how the file's invoices that were
 * known before came out.
 */
export async function reviewAndCount({
  tx,
  workspaceId,
  now,
}: LedgerScope): Promise<{ closed: number; updated: number; unchanged: number }> {
  const [row] = await tx.sql(
    z.object({ closed: z.bigint(), updated: z.bigint(), unchanged: z.bigint() }),
    `WITH touched AS (
       UPDATE debtor SET next_review_at = $2 WHERE workspace_id = $1 AND id IN (SELECT debtor_id FROM import_touched))
     SELECT count(*) FILTER (WHERE closed) AS closed, count(*) FILTER (WHERE changed AND NOT closed) AS updated,
       count(*) FILTER (WHERE NOT changed AND NOT closed) AS unchanged
     FROM (SELECT p.held_outstanding <> 0 AND i.outstanding = 0 AS closed,
         (p.due_on, p.amount, p.debtor_id, coalesce(p.order_number, p.held_order_number)) IS DISTINCT FROM
           (p.held_due_on, p.held_amount, p.held_debtor_id, p.held_order_number)
         OR p.held_missing IS NOT NULL OR i.outstanding <> p.held_outstanding AS changed
       FROM import_plan p JOIN invoice i ON i.id = p.invoice_id WHERE NOT p.is_new) x`,
    [workspaceId, now],
  );
  return {
    closed: Number(row?.closed ?? 0n),
    updated: Number(row?.updated ?? 0n),
    unchanged: Number(row?.unchanged ?? 0n),
  };
}
