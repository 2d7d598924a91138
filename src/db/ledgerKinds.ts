import { z } from 'zod';
import { debtorKinds } from '../core/debtorKinds.ts';
import type { DebtorKind } from '../core/facts.ts';
import type { LedgerScope } from './ledgerScope.ts';

/** An account of which rows of a file name different kinds: the last row that names one, and the last that names another. */
export interface SeveralKinds {
  readonly row: number;
  readonly kind: DebtorKind;
  readonly otherRow: number;
  readonly otherKind: DebtorKind;
}

const kind = z.enum(debtorKinds);
const severalRow = z
  .object({ row: z.number(), kind, other_row: z.number(), other_kind: kind })
  .transform(({ other_row: otherRow, other_kind: otherKind, ...last }) => ({ ...last, otherRow, otherKind }));

/** The accounts of a file of which rows name different kinds, in the order of the rows that hold. */
export async function severalKinds({ tx }: LedgerScope): Promise<SeveralKinds[]> {
  return tx.sql(
    severalRow,
    `WITH named AS (
       SELECT account, row_number, kind, first_value(row_number) OVER last AS last_row, first_value(kind) OVER last AS last_kind
       FROM import_incoming WHERE kind IS NOT NULL WINDOW last AS (PARTITION BY account ORDER BY row_number DESC)),
     others AS (
       SELECT DISTINCT ON (account) last_row AS row, last_kind AS kind, row_number AS other_row, kind AS other_kind
       FROM named WHERE kind <> last_kind ORDER BY account, row_number DESC)
     SELECT * FROM others ORDER BY row`,
    [],
  );
}
