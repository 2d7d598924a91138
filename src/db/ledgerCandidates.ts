import { z } from 'zod';
import { dayOf } from '../core/day.ts';
import type { BookedPayment, LedgerDebtor, LedgerInvoice } from '../core/ledgerIndex.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** all that may say to whom money belongs */
export async function creditorDebtors({ tx, workspaceId, creditorId }: LedgerScope): Promise<LedgerDebtor[]> {
  return tx.sql(
    z.object({ id: z.string(), account: z.string(), name: z.string() }),
    'SELECT id, account, name FROM debtor WHERE workspace_id = $1 AND creditor_id = $2 ORDER BY id',
    [workspaceId, creditorId],
  );
}

/** An invoice whose balance is carried along while a file's lines are matched one after another. */
export interface CandidateInvoice extends LedgerInvoice {
  outstanding: bigint;
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

/** Invoices whose digits are among `digits`, paid or not, and the open ones of `debtorIds`: all that a set of lines can mean. */
export async function candidateInvoices(
  { tx, workspaceId, creditorId }: LedgerScope,
  digits: readonly string[],
  debtorIds: readonly string[],
): Promise<CandidateInvoice[]> {
  return tx.sql(
    invoiceSchema,
    `SELECT id, number, debtor_id, due_on, currency, outstanding FROM invoice
     WHERE creditor_id = $2 AND amount > 0 AND id IN (
       SELECT id FROM invoice WHERE workspace_id = $1 AND regexp_replace(number, '[^0-9]', '', 'g') = ANY($3::text[])
       UNION SELECT id FROM invoice WHERE workspace_id = $1 AND outstanding <> 0 AND debtor_id = ANY($4::text[]))
     ORDER BY due_on, number`,
    [workspaceId, creditorId, [...digits], [...debtorIds]],
  );
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

/** Payments of exactly these amounts that were not taken back yet: what a returned payment can mean. */
export async function reversiblePayments(
  { tx, workspaceId, creditorId }: LedgerScope,
  amounts: readonly bigint[],
): Promise<BookedPayment[]> {
  if (amounts.length === 0) return [];
  return tx.sql(
    paymentSchema,
    `SELECT id, debtor_id, currency, amount, reversed, value_on, reference, payer_name FROM payment
     WHERE workspace_id = $1 AND creditor_id = $2 AND reversed = 0 AND amount = ANY($3::bigint[]) ORDER BY value_on, id`,
    [workspaceId, creditorId, amounts.map(String)],
  );
}

/** Locks these debtors, in one order for everybody, until the transaction ends. */
export async function lockCandidates(
  { tx, workspaceId }: LedgerScope,
  debtorIds: Iterable<string>,
): Promise<void> {
  await tx.execute(
    'SELECT 1 FROM debtor WHERE workspace_id = $1 AND id = ANY($2::text[]) ORDER BY id FOR UPDATE',
    [workspaceId, [...new Set(debtorIds)]],
  );
}
