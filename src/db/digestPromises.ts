import { z } from 'zod';
import { type Day, dayOf, isoDay } from '../core/day.ts';
import type { Queries } from './client.ts';
import type { DigestDebtor } from './DigestDebtor.ts';
import { digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';

export interface DigestPromise extends DigestDebtor {
  readonly currency: string;
  /** minor units */
  readonly amount: bigint;
  readonly received: bigint;
  readonly promisedOn: Day;
}

const row = digestDebtorRow.extend({
  ended: z.boolean(),
  currency: z.string(),
  amount: z.bigint(),
  received: z.bigint(),
  promised_on: z.string(),
});

/**
 * Promises for the days after `since` up to `day` that stood at the end of it, none that a manager had still to agree to then, and those that were broken, wholly or in
 * part, from `since` to `day`; the largest first.
 */
export async function digestPromises(
  tx: Queries,
  { workspaceId, since, day }: { workspaceId: string; since: Day; day: Day },
): Promise<{ due: DigestPromise[]; broken: DigestPromise[] }> {
  const rows = await tx.sql(row, promisesSql, [workspaceId, isoDay(since), isoDay(day)]);
  const of = (ended: boolean) =>
    rows
      .filter((r) => r.ended === ended)
      .map((r) => ({
        ...digestDebtorOf(r),
        currency: r.currency,
        amount: r.amount,
        received: r.received,
        promisedOn: dayOf(r.promised_on),
      }));
  return { due: of(false), broken: of(true) };
}

const promisesSql = `
SELECT ${digestDebtorColumns}, x.ended, x.currency, x.amount, x.received, x.promised_on
FROM (
  SELECT *, false AS ended FROM promise
  WHERE workspace_id = $1 AND promised_on > $2::date AND promised_on <= $3::date AND made_on <= $3::date
    AND (ended_on IS NULL OR ended_on > $3::date)
    AND agreed IS DISTINCT FROM false AND (agreed_on IS NULL OR agreed_on <= $3::date)
  UNION ALL
  SELECT *, true FROM promise
  WHERE workspace_id = $1 AND ended_on BETWEEN $2::date AND $3::date AND state IN ('broken', 'partially_kept')) x
JOIN debtor d ON d.id = x.debtor_id
ORDER BY x.amount DESC, x.id`;
