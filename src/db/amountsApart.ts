import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/**
 * What figures of the ledger tell apart, as positive minor units per currency; currencies with nothing are absent. Of what is past due, how much
 * stands in dispute, under an open promise, or on hold: one item may count in each, never with more than is outstanding of it. A promise is none
 * while a manager or whoever pays has still to agree to it.
 */
export interface AmountsApart {
  readonly disputed: readonly Money[];
  readonly promised: readonly Money[];
  readonly held: readonly Money[];
  /** open with accounts handed to an agency or to court */
  readonly handedOff: readonly Money[];
  /** open credit notes, set against no invoice yet */
  readonly credits: readonly Money[];
  /** money received that pays no invoice yet */
  readonly unapplied: readonly Money[];
}

const row = z.object({
  what: z.enum(['disputed', 'promised', 'held', 'handedOff', 'credits', 'unapplied']),
  currency: z.string(),
  amount: z.bigint(),
});

/** These amounts at the end of a day. */
export async function amountsApart(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<AmountsApart> {
  const rows = await tx.sql(row, apartSql, [workspaceId, isoDay(day)]);
  const of = (what: keyof AmountsApart) =>
    rows.filter((r) => r.what === what).map(({ currency, amount }) => ({ currency, amount }));
  return {
    disputed: of('disputed'),
    promised: of('promised'),
    held: of('held'),
    handedOff: of('handedOff'),
    credits: of('credits'),
    unapplied: of('unapplied'),
  };
}

/** `most` is null where the whole item is meant */
const pastDueSql = `
WITH named AS (
  SELECT 'disputed' AS what, invoice_id, CASE WHEN bool_or(whole) THEN NULL ELSE sum(amount) END AS most FROM dispute
  WHERE workspace_id = $1 AND raised_on <= $2::date AND (ended_on IS NULL OR ended_on > $2::date) GROUP BY invoice_id
  UNION ALL
  SELECT 'promised', x.invoice_id, sum(x.amount) FROM promise p JOIN promise_invoice x ON x.promise_id = p.id
  WHERE p.workspace_id = $1 AND p.made_on <= $2::date AND (p.ended_on IS NULL OR p.ended_on > $2::date)
    AND p.agreed IS DISTINCT FROM false AND (p.agreed_on IS NULL OR p.agreed_on <= $2::date) AND NOT p.unconfirmed GROUP BY x.invoice_id
  UNION ALL
  SELECT DISTINCT 'held', i.id, NULL::numeric FROM hold h
  JOIN invoice i ON i.workspace_id = $1 AND i.debtor_id = h.debtor_id AND (h.invoice_id IS NULL OR h.invoice_id = i.id)
  WHERE h.workspace_id = $1 AND h.kind = 'hold' AND $2::date BETWEEN h.from_on AND h.until_on
    AND h.agreed IS DISTINCT FROM false AND (h.ended_on IS NULL OR h.ended_on > $2::date)),
${bookAt('$2::date', { among: 'SELECT invoice_id FROM named' })}
SELECT n.what, b.currency, sum(least(b.outstanding, coalesce(n.most, b.outstanding)))::bigint AS amount
FROM named n JOIN book b ON b.id = n.invoice_id
WHERE b.outstanding > 0 AND b.due_on < $2::date
GROUP BY n.what, b.currency`;

const handedOffSql = `
WITH ${bookAt('$2::date', {
  among: `SELECT x.invoice_id FROM hand_off h JOIN stage_step_invoice x ON x.step_id = h.step_id
    WHERE h.workspace_id = $1 AND h.handed_on <= $2::date AND (h.recalled_on IS NULL OR h.recalled_on > $2::date)`,
})}
SELECT 'handedOff', currency, sum(outstanding)::bigint FROM book WHERE outstanding > 0 GROUP BY currency`;

const creditsSql = `
WITH ${bookAt('$2::date', { which: "i.kind = 'credit_note'" })}
SELECT 'credits', currency, sum(-outstanding)::bigint FROM book WHERE outstanding < 0 GROUP BY currency`;

/** what is unapplied now, without money that came after the day, and with what was allocated after it */
const unappliedSql = `
SELECT 'unapplied', currency, sum(amount)::bigint FROM (
  SELECT currency, unapplied AS amount FROM payment
  WHERE workspace_id = $1 AND unapplied <> 0 AND origin <> 'write_off'
  UNION ALL
  SELECT currency, -amount FROM payment WHERE workspace_id = $1 AND value_on > $2::date AND origin <> 'write_off'
  UNION ALL
  SELECT p.currency, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id
  WHERE a.workspace_id = $1 AND a.effective_on > $2::date AND p.origin <> 'write_off') x
GROUP BY currency HAVING sum(amount) <> 0`;

/** $1 workspace, $2 day */
const apartSql = `${[pastDueSql, handedOffSql, creditsSql, unappliedSql]
  .map((sql) => `(${sql})`)
  .join(' UNION ALL ')} ORDER BY what, currency`;
