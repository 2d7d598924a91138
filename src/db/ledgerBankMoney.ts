import { z } from 'zod';
import { isoDay } from '../core/day.ts';
import type { NewBankLine } from './ledgerLines.ts';
import type { LedgerScope } from './ledgerScope.ts';

export interface BankBooking {
  readonly paymentId: string;
  readonly line: NewBankLine;
  /** empty while nobody knows who paid */
  readonly debtorId?: string | undefined;
  /** minor units on each invoice; negative where they are taken back */
  readonly allocations: readonly { readonly invoiceId: string; readonly amount: bigint }[];
  readonly reversesId?: string | undefined;
}

/** Books bank lines as payments with their allocations, in two statements for any number of them. */
export async function bookBankMoney(scope: LedgerScope, bookings: readonly BankBooking[]): Promise<void> {
  const { tx, importId, workspaceId, creditorId, now } = scope;
  const payments = bookings.map(({ paymentId, line, debtorId, reversesId }) => ({
    id: paymentId,
    debtor_id: debtorId,
    currency: line.currency,
    amount: line.amount.toString(),
    value_on: isoDay(line.valueOn),
    reference: line.reference,
    payer_name: line.payerName,
    reverses_id: reversesId,
    key: line.key,
  }));
  await tx.execute(
    `INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, reference,
       payer_name, reverses_id, import_id, key, recorded_at)
     SELECT r.id, $2, $3, r.debtor_id, r.currency, r.amount, 0, r.value_on, 'bank', r.reference, r.payer_name, r.reverses_id, $1,
       r.key, $5
     FROM jsonb_to_recordset($4::jsonb) AS r(id text, debtor_id text, currency text, amount bigint, value_on date, reference text,
       payer_name text, reverses_id text, key text)`,
    [importId, workspaceId, creditorId, JSON.stringify(payments), now],
  );
  const allocations = bookings.flatMap(({ paymentId, line, allocations }) =>
    allocations.map(({ invoiceId, amount }) => ({
      payment_id: paymentId,
      invoice_id: invoiceId,
      amount: amount.toString(),
      effective_on: isoDay(line.valueOn),
    })),
  );
  await tx.execute(
    `INSERT INTO allocation (id, workspace_id, payment_id, invoice_id, amount, effective_on, recorded_at)
     SELECT gen_random_uuid()::text, $1, r.payment_id, r.invoice_id, r.amount, r.effective_on, $3
     FROM jsonb_to_recordset($2::jsonb) AS r(payment_id text, invoice_id text, amount bigint, effective_on date)`,
    [workspaceId, JSON.stringify(allocations), now],
  );
  await tx.execute('UPDATE debtor SET next_review_at = $3 WHERE workspace_id = $1 AND id = ANY($2::text[])', [
    workspaceId,
    [...new Set(bookings.flatMap((booking) => booking.debtorId ?? []))],
    now,
  ]);
}

/** What a payment stands allocated to now. */
export async function standingAllocations(
  { tx, workspaceId }: LedgerScope,
  paymentId: string,
): Promise<{ invoiceId: string; amount: bigint }[]> {
  return tx.sql(
    z
      .object({ invoice_id: z.string(), amount: z.string() })
      .transform((row) => ({ invoiceId: row.invoice_id, amount: BigInt(row.amount) })),
    `SELECT a.invoice_id, sum(a.amount) AS amount FROM allocation a JOIN payment p ON p.id = a.payment_id
     WHERE a.workspace_id = $1 AND (p.id = $2 OR p.reverses_id = $2) GROUP BY 1 HAVING sum(a.amount) <> 0 ORDER BY 1`,
    [workspaceId, paymentId],
  );
}
