import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import { newId } from '../core/newId.ts';
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
  /** ledger money that this line takes the place of */
  readonly replaces?: readonly ReplacedMoney[];
}

export interface ReplacedMoney {
  readonly invoiceId: string;
  readonly paymentId: string;
  /** minor units */
  readonly amount: bigint;
  /** the ledger file that showed it */
  readonly importId: string;
  /** the day from which the ledger's money counted */
  readonly effectiveOn: Day;
}

/**
 * Books bank lines as payments with their allocations, in one statement for any number of them, and has their debtors looked at. Ledger money that a line
 * takes the place of is taken back by the same amount, on the day from which both would count, and the line is confirmed by the
 * file that had shown it.
 */
export async function bookBankMoney(scope: LedgerScope, bookings: readonly BankBooking[]): Promise<void> {
  const { tx, importId, workspaceId, creditorId, now } = scope;
  if (bookings.length === 0) return;
  const replacements = bookings.flatMap(({ line, paymentId, debtorId, replaces = [] }) =>
    replaces.map((money) => ({ ...money, id: newId('pay'), line, debtorId, bankId: paymentId })),
  );
  const received = bookings.map(({ paymentId, line, debtorId, reversesId }) => ({
    id: paymentId,
    origin: 'bank',
    debtor_id: debtorId,
    currency: line.currency,
    amount: line.amount.toString(),
    value_on: isoDay(line.valueOn),
    reference: line.reference,
    payer_name: line.payerName,
    row_number: line.rowNumber,
    reverses_id: reversesId,
    key: line.key,
  }));
  const takenBack = replacements.map(({ id, line, debtorId, ...money }) => ({
    id,
    origin: 'ledger',
    debtor_id: debtorId,
    currency: line.currency,
    amount: (-money.amount).toString(),
    value_on: isoDay(later(line.valueOn, money.effectiveOn)),
    reverses_id: money.paymentId,
    key: `replaced:${money.invoiceId}:${money.paymentId}:by:${line.key}`,
  }));
  const paying = bookings.flatMap(({ paymentId, line, allocations }) =>
    allocations.map(({ invoiceId, amount }) => ({
      payment_id: paymentId,
      invoice_id: invoiceId,
      amount: amount.toString(),
      effective_on: isoDay(line.valueOn),
    })),
  );
  const replacing = replacements.flatMap(({ id, line, bankId, ...money }) => {
    const of = { invoice_id: money.invoiceId, confirmed_import_id: money.importId };
    const day = isoDay(later(line.valueOn, money.effectiveOn));
    return [
      { ...of, payment_id: id, amount: (-money.amount).toString(), effective_on: day },
      { ...of, payment_id: bankId, amount: money.amount.toString(), effective_on: isoDay(line.valueOn) },
    ];
  });
  await tx.execute(bookSql, [
    ...[importId, workspaceId, creditorId, now],
    ...[JSON.stringify([...received, ...takenBack]), JSON.stringify([...paying, ...replacing])],
    [...new Set(bookings.flatMap((booking) => booking.debtorId ?? []))],
  ]);
}

/** $1 import, $2 workspace, $3 creditor, $4 now, $5 payments, $6 allocations, $7 debtors; allocations move balances once all stand */
const bookSql = `
WITH booked AS (
  INSERT INTO payment (id, workspace_id, creditor_id, debtor_id, currency, amount, unapplied, value_on, origin, reference,
    payer_name, row_number, reverses_id, import_id, key, recorded_at)
  SELECT r.id, $2, $3, r.debtor_id, r.currency, r.amount, 0, r.value_on, r.origin, r.reference, r.payer_name, r.row_number, r.reverses_id, $1,
    r.key, $4
  FROM jsonb_to_recordset($5::jsonb) AS r(id text, origin text, debtor_id text, currency text, amount bigint, value_on date, reference text,
    payer_name text, row_number int, reverses_id text, key text)),
allocated AS (
  INSERT INTO allocation (id, workspace_id, payment_id, invoice_id, amount, effective_on, confirmed_import_id, import_id, recorded_at)
  SELECT gen_random_uuid()::text, $2, r.payment_id, r.invoice_id, r.amount, r.effective_on, r.confirmed_import_id, $1, $4
  FROM jsonb_to_recordset($6::jsonb) AS r(payment_id text, invoice_id text, amount bigint, effective_on date, confirmed_import_id text))
UPDATE debtor SET next_review_at = $4 WHERE workspace_id = $2 AND id = ANY($7::text[])`;

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
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
