import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import type { Queries } from './client.ts';
import type { DigestDebtor } from './DigestDebtor.ts';
import { digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';
import { noOwnerSql } from './noOwnerSql.ts';
import { sharesSql } from './sharesSql.ts';

export interface DigestGap extends DigestDebtor {
  readonly withoutOwner: boolean;
  readonly withoutContact: boolean;
  readonly notReached: boolean;
  readonly pastDue: readonly Money[];
}

const row = digestDebtorRow.extend({
  without_owner: z.boolean(),
  without_contact: z.boolean(),
  not_reached: z.boolean(),
  totals: z.array(z.object({ currency: z.string(), amount: z.string() })),
});

/**
 * Accounts with something past due now that nobody who collects owns, that nobody can be reached at, or that came up from `since` on when
 * everybody they could go to was full.
 */
export async function digestGaps(
  tx: Queries,
  { workspaceId, since, today }: { workspaceId: string; since: Day; today: Day },
): Promise<DigestGap[]> {
  const rows = await tx.sql(row, gapsSql, [workspaceId, isoDay(today), isoDay(since)]);
  return rows.map((r) => ({
    ...digestDebtorOf(r),
    withoutOwner: r.without_owner,
    withoutContact: r.without_contact,
    notReached: r.not_reached,
    pastDue: r.totals.map(({ currency, amount }) => ({ currency, amount: BigInt(amount) })),
  }));
}

/** ranked by amounts of any currency side by side: a rank, not a sum that is shown */
const gapsSql = `
WITH late AS (
  SELECT debtor_id, json_agg(json_build_object('currency', currency, 'amount', total::text) ORDER BY currency) AS totals,
    max(total) AS most
  FROM (SELECT debtor_id, currency, sum(outstanding) AS total FROM invoice
        WHERE workspace_id = $1 AND outstanding > 0 AND due_on < $2::date GROUP BY debtor_id, currency) x
  GROUP BY debtor_id),
reachable AS (
  SELECT DISTINCT debtor_id FROM contact WHERE workspace_id = $1 AND NOT do_not_contact AND left_on IS NULL
    AND (coalesce(phone, mobile) IS NOT NULL AND NOT 'call' = ANY(dead_channels)
      OR email IS NOT NULL AND NOT 'email' = ANY(dead_channels))),
sharing AS (
  SELECT d.id FROM debtor d WHERE d.workspace_id = $1 AND d.group_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM debtor m JOIN reachable s ON s.debtor_id = m.id WHERE ${sharesSql('$2::date')})),
waiting AS (SELECT debtor_id FROM "case" WHERE workspace_id = $1 AND closed_on IS NULL AND not_reached_on >= $3::date)
SELECT * FROM (
  SELECT ${digestDebtorColumns}, ${noOwnerSql} AS without_owner, r.debtor_id IS NULL AND s.id IS NULL AS without_contact,
    w.debtor_id IS NOT NULL AS not_reached, l.totals, l.most
  FROM late l JOIN debtor d ON d.id = l.debtor_id
  LEFT JOIN reachable r ON r.debtor_id = d.id LEFT JOIN sharing s ON s.id = d.id LEFT JOIN waiting w ON w.debtor_id = d.id) x
WHERE without_owner OR without_contact OR not_reached
ORDER BY most DESC, debtor_id`;
