import { z } from 'zod';
import type { MoneyCame } from '../core/confirmedWaits.ts';
import type { Queries } from './client.ts';

const row = z.object({
  currency: z.string(),
  amount: z.bigint(),
  unapplied: z.bigint(),
  takenBack: z.boolean(),
});

/** Money booked for a debtor since an instant, by currency: what was taken back is taken off, write-offs are none. */
export async function moneySince(
  tx: Queries,
  options: { workspaceId: string; debtorId: string; since: Date },
): Promise<MoneyCame[]> {
  return tx.sql(row, sinceSql, [options.workspaceId, options.debtorId, options.since]);
}

/** $1 workspace, $2 debtor, $3 since; the bank's own line that takes the place of the ledger's money brings nothing new */
const sinceSql = `
SELECT currency, sum(amount)::bigint AS amount,
  coalesce(sum(unapplied) FILTER (WHERE meant_for IS NULL), 0)::bigint AS unapplied,
  bool_or(amount < 0 AND key NOT LIKE 'replaced:%') AS "takenBack" FROM payment
WHERE workspace_id = $1 AND debtor_id = $2 AND recorded_at > $3::timestamptz AND origin <> 'write_off'
GROUP BY currency`;
