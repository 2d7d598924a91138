import { z } from 'zod';
import { isoDay } from '../core/day.ts';
import { CLEARING_DAYS } from '../core/replaceLedgerMoney.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** Bank money on an invoice that a ledger file should show as paid by its day, and does not. */
export interface UnpostedMoney {
  readonly number: string;
  readonly currency: string;
  /** minor units of it that the file still shows as open */
  readonly amount: bigint;
}

/** Once a file is applied: the bank money of more than a week before its day on invoices that it still shows as open, the most first. */
export async function unpostedMoney({ tx, asOf }: LedgerScope): Promise<UnpostedMoney[]> {
  return tx.sql(
    z.object({ number: z.string(), currency: z.string(), amount: z.string().transform(BigInt) }),
    `SELECT i.number, i.currency, least(sum(u.amount), min(p.target - i.outstanding))::text AS amount
     FROM import_unconfirmed u JOIN import_plan p ON p.invoice_id = u.invoice_id JOIN invoice i ON i.id = u.invoice_id
     WHERE u.amount > 0 AND u.since < $1::date - $2::int AND p.target > i.outstanding
     GROUP BY i.id, i.number, i.currency ORDER BY sum(u.amount) DESC, i.number`,
    [isoDay(asOf), CLEARING_DAYS],
  );
}
