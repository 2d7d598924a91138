import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { BookedPayment, LedgerDebtor, LedgerInvoice } from '../core/ledgerIndex.ts';
import type { LedgerMoney } from '../core/replaceLedgerMoney.ts';
import type { LedgerScope } from './ledgerScope.ts';
import { moneyOrderSql } from './moneyOrderSql.ts';

/** all that may say to whom money belongs */
export async function creditorDebtors({ tx, workspaceId, creditorId }: LedgerScope): Promise<LedgerDebtor[]> {
  return tx.sql(
    z.object({ id: z.string(), account: z.string(), name: z.string() }),
    'SELECT id, account, name FROM debtor WHERE workspace_id = $1 AND creditor_id = $2 AND undone_at IS NULL ORDER BY account',
    [workspaceId, creditorId],
  );
}

/** An invoice whose balance is carried along while a file's lines are matched one after another. */
export interface CandidateInvoice extends LedgerInvoice {
  outstanding: bigint;
  ledgerMoney?: StandingLedgerMoney[];
}

/** Ledger money on an invoice, with what is needed to put a bank line in its place. */
export interface StandingLedgerMoney extends LedgerMoney {
  amount: bigint;
  /** the file that showed it: it confirms the bank line too */
  readonly importId: string;
}

const invoiceSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    debtor_id: z.string(),
    due_on: z.string(),
    currency: z.string(),
    outstanding: z.bigint(),
  })
  .transform(
    (row): CandidateInvoice => ({
      id: row.id,
      number: row.number,
      debtorId: row.debtor_id,
      dueOn: dayOf(row.due_on),
      currency: row.currency,
      outstanding: row.outstanding,
    }),
  );

/** What a set of bank lines can mean. */
export interface LineMeanings {
  /** of the numbers in their references */
  readonly digits: ReadonlySet<string>;
  readonly debtorIds: ReadonlySet<string>;
  /** days from which ledger money counts that they can be */
  readonly ledgerMoney: { readonly from: Day; readonly to: Day };
}

/** Invoices of these digits, paid or not; of these debtors the open ones, and those with ledger money from these days. */
export async function candidateInvoices(
  { tx, workspaceId, creditorId }: LedgerScope,
  meanings: LineMeanings,
): Promise<CandidateInvoice[]> {
  return tx.sql(
    invoiceSchema,
    `SELECT id, number, debtor_id, due_on, currency, outstanding FROM invoice WHERE ${CANDIDATE} ORDER BY due_on, number`,
    [workspaceId, creditorId, ...paramsOf(meanings)],
  );
}

/** $1 workspace, $2 creditor, $3 digits, $4 debtors, $5 and $6 days of ledger money */
const CANDIDATE = `creditor_id = $2 AND amount > 0 AND id IN (
  SELECT id FROM invoice WHERE workspace_id = $1 AND regexp_replace(number, '[^0-9]', '', 'g') = ANY($3::text[])
  UNION SELECT id FROM invoice WHERE workspace_id = $1 AND outstanding <> 0 AND debtor_id = ANY($4::text[])
  UNION SELECT a.invoice_id FROM payment p JOIN allocation a ON a.payment_id = p.id
    WHERE p.workspace_id = $1 AND p.debtor_id = ANY($4::text[]) AND p.origin = 'ledger' AND p.amount > p.reversed
      AND p.value_on BETWEEN $5 AND $6)`;

const paramsOf = ({ digits, debtorIds, ledgerMoney: { from, to } }: LineMeanings) => [
  [...digits],
  [...debtorIds],
  isoDay(from),
  isoDay(to),
];

const moneySchema = z
  .object({
    invoice_id: z.string(),
    payment_id: z.string(),
    amount: z.string(),
    import_id: z.string(),
    shown_on: z.string(),
    effective_on: z.string(),
  })
  .transform((row) => ({
    invoiceId: row.invoice_id,
    paymentId: row.payment_id,
    amount: BigInt(row.amount),
    importId: row.import_id,
    shownOn: dayOf(row.shown_on),
    effectiveOn: dayOf(row.effective_on),
  }));

/** Adds to these invoices the ledger money that stands on them, what was taken back of it since left out. */
export async function addLedgerMoney(
  { tx, workspaceId }: LedgerScope,
  invoices: readonly CandidateInvoice[],
): Promise<void> {
  const found = await tx.sql(
    moneySchema,
    `SELECT x.*, f.as_of::text AS shown_on FROM (
       SELECT a.invoice_id, m.id AS payment_id, sum(a.amount)::text AS amount, min(a.effective_on)::text AS effective_on,
         (array_agg(f.id ORDER BY f.as_of, f.applied_at) FILTER (WHERE a.amount > 0 AND f.id IS NOT NULL))[1] AS import_id
       FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN payment m ON m.id = coalesce(p.reverses_id, p.id)
         LEFT JOIN ledger_import f ON f.id = a.confirmed_import_id
       WHERE a.workspace_id = $1 AND a.invoice_id = ANY($2::text[]) AND m.origin = 'ledger'
       GROUP BY 1, 2 HAVING sum(a.amount) > 0) x
     JOIN ledger_import f ON f.id = x.import_id JOIN payment m ON m.id = x.payment_id ORDER BY f.as_of, ${moneyOrderSql('m')}`,
    [workspaceId, invoices.map(({ id }) => id)],
  );
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  for (const { invoiceId, ...money } of found) {
    const invoice = byId.get(invoiceId);
    if (invoice) invoice.ledgerMoney = [...(invoice.ledgerMoney ?? []), money];
  }
}

const paymentSchema = z
  .object({
    id: z.string(),
    debtor_id: z.string().nullable(),
    currency: z.string(),
    amount: z.bigint(),
    reversed: z.bigint(),
    value_on: z.string(),
    reference: z.string().nullable(),
    payer_name: z.string().nullable(),
  })
  .transform(
    (row): BookedPayment => ({
      id: row.id,
      debtorId: row.debtor_id ?? undefined,
      currency: row.currency,
      amount: row.amount,
      reversed: row.reversed,
      valueOn: dayOf(row.value_on),
      reference: row.reference ?? undefined,
      payerName: row.payer_name ?? undefined,
    }),
  );

/**
 * Payments of exactly these amounts that were not taken back yet: what a returned payment can mean. Money that opened a credit note never went through
 * a bank.
 */
export async function reversiblePayments(
  { tx, workspaceId, creditorId }: LedgerScope,
  amounts: readonly bigint[],
): Promise<BookedPayment[]> {
  if (amounts.length === 0) return [];
  return tx.sql(
    paymentSchema,
    `SELECT id, debtor_id, currency, amount, reversed, value_on, reference, payer_name FROM payment p
     WHERE workspace_id = $1 AND creditor_id = $2 AND reverses_id IS NULL AND reversed = 0 AND amount = ANY($3::bigint[])
       AND NOT EXISTS (SELECT FROM allocation a JOIN invoice c ON c.id = a.invoice_id WHERE a.payment_id = p.id AND c.kind = 'credit_note')
     ORDER BY ${moneyOrderSql('p')}`,
    [workspaceId, creditorId, amounts.map(String)],
  );
}

/** Locks these debtors and those of the candidate invoices, in one order for everybody, until the transaction ends. */
export async function lockCandidates(
  { tx, workspaceId, creditorId }: LedgerScope,
  meanings: LineMeanings,
  debtorIds: Iterable<string>,
): Promise<void> {
  await tx.execute(
    `SELECT 1 FROM debtor WHERE workspace_id = $1 AND id IN (
       SELECT debtor_id FROM invoice WHERE ${CANDIDATE} UNION SELECT unnest($7::text[]))
     ORDER BY id FOR UPDATE`,
    [workspaceId, creditorId, ...paramsOf(meanings), [...debtorIds]],
  );
}
