import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** A staged bank line that was not booked before. */
export interface NewBankLine {
  readonly rowNumber: number;
  readonly key: string;
  readonly valueOn: Day;
  readonly payerName: string | undefined;
  readonly reference: string | undefined;
  readonly currency: string;
  readonly amount: bigint;
}

const lineSchema = z
  .object({
    row_number: z.number(),
    key: z.string(),
    value_on: z.string(),
    payer: z.string(),
    reference: z.string(),
    currency: z.string(),
    amount: z.bigint(),
  })
  .transform(
    (row): NewBankLine => ({
      rowNumber: row.row_number,
      key: row.key,
      valueOn: dayOf(row.value_on),
      payerName: row.payer || undefined,
      reference: row.reference || undefined,
      currency: row.currency,
      amount: row.amount,
    }),
  );

/**
 * Gives each staged line its key: a hash of what it says, and which one of the lines it is that say the same. So a statement that
 * overlaps with an earlier one books nothing twice, and two equal payments of a day are two. Answers how many are known.
 */
export async function keyLines({ tx, importId, workspaceId, creditorId }: LedgerScope): Promise<number> {
  await tx.execute(
    `CREATE TEMP TABLE import_line ON COMMIT DROP AS
     SELECT row_number, 'bank:' || $2 || ':' || hash || ':' || row_number() OVER (PARTITION BY hash ORDER BY row_number) AS key, value_on,
       payer, reference, currency, amount
     FROM (SELECT s.row_number, r.*, encode(sha256(convert_to(
         jsonb_build_array(r.value_on, r.payer, r.reference, r.currency, r.amount)::text, 'UTF8')), 'hex') AS hash
       FROM ledger_import_row s, jsonb_to_record(s.data) AS r(value_on date, payer text, reference text, currency text,
         amount bigint)
       WHERE s.import_id = $1 AND s.data->>'type' = 'bank') x`,
    [importId, creditorId],
  );
  const known = await tx.execute(
    'DELETE FROM import_line l USING payment p WHERE p.workspace_id = $1 AND p.key = l.key',
    [workspaceId],
  );
  await tx.execute('CREATE INDEX ON import_line (row_number)');
  return known;
}

/** The next lines to book, in the order of the file. */
export async function nextLines({ tx }: LedgerScope, after: number, limit: number): Promise<NewBankLine[]> {
  return tx.sql(lineSchema, 'SELECT * FROM import_line WHERE row_number > $1 ORDER BY row_number LIMIT $2', [
    after,
    limit,
  ]);
}

/** What the staged bank lines add up to, per currency: those that were booked before too, returned payments taken off. */
export async function sumOfLines({ tx, importId }: LedgerScope): Promise<Money[]> {
  return tx.sql(
    z.object({ currency: z.string(), amount: z.string().transform(BigInt) }),
    `SELECT r.currency, sum(r.amount) AS amount FROM ledger_import_row s, jsonb_to_record(s.data) AS r(currency text, amount bigint)
     WHERE s.import_id = $1 AND s.data->>'type' = 'bank' GROUP BY r.currency ORDER BY r.currency`,
    [importId],
  );
}
