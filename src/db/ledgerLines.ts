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
    known: z.boolean(),
  })
  .transform((row): { line: NewBankLine; known: boolean } => ({
    line: {
      rowNumber: row.row_number,
      key: row.key,
      valueOn: dayOf(row.value_on),
      payerName: row.payer || undefined,
      reference: row.reference || undefined,
      currency: row.currency,
      amount: row.amount,
    },
    known: row.known,
  }));

const LINES = `
SELECT x.*, EXISTS (SELECT FROM payment p WHERE p.workspace_id = $3 AND p.key = x.key) AS known FROM (
  SELECT row_number, 'bank:' || $2 || ':' || hash || ':' || row_number() OVER (PARTITION BY hash ORDER BY row_number) AS key, value_on,
    payer, reference, currency, amount
  FROM (SELECT s.row_number, r.*, encode(sha256(convert_to(
      jsonb_build_array(r.value_on, r.payer, r.reference, r.currency, r.amount)::text, 'UTF8')), 'hex') AS hash
    FROM ledger_import_row s, jsonb_to_record(s.data) AS r(value_on date, payer text, reference text, currency text,
      amount bigint)
    WHERE s.import_id = $1 AND s.data->>'type' = 'bank') h) x
ORDER BY row_number`;

/**
 * The staged lines in the order of the file, `most` at a time, each with its key: a hash of what it says, and which one of the lines it
 * is that say the same. So a statement that overlaps with an earlier one books nothing twice, and two equal payments of a day are two.
 * Lines that were booked before this file are only counted. `staged` rows are aside. Once in a transaction.
 */
export async function* linesOf(
  { tx, importId, workspaceId, creditorId }: LedgerScope,
  { staged, most }: { staged: number; most: number },
): AsyncGenerator<{ lines: NewBankLine[]; known: number }> {
  const params = [importId, creditorId, workspaceId];
  if (staged <= most) {
    yield toBook(await tx.sql(lineSchema, LINES, params));
    return;
  }
  await tx.execute(`DECLARE import_lines NO SCROLL CURSOR FOR ${LINES}`, params);
  for (;;) {
    const rows = await tx.sql(lineSchema, `FETCH ${most} FROM import_lines`);
    if (rows.length === 0) return;
    yield toBook(rows);
  }
}

function toBook(rows: readonly { readonly line: NewBankLine; readonly known: boolean }[]) {
  const lines = rows.flatMap(({ line, known }) => (known ? [] : [line]));
  return { lines, known: rows.length - lines.length };
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
