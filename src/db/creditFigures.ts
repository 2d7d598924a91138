import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/** What is set against no invoice yet, as positive minor units per currency. */
export interface CreditFigures {
  /** open credit notes */
  readonly credits: readonly Money[];
  /** money received that pays no invoice yet */
  readonly unapplied: readonly Money[];
}

const row = z.object({ currency: z.string(), amount: z.bigint() });

/** Open credit notes and unapplied cash at the end of a day; currencies with nothing are absent. */
export async function creditFigures(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<CreditFigures> {
  const params = [workspaceId, isoDay(day)];
  return {
    credits: await tx.sql(row, creditsSql, params),
    unapplied: await tx.sql(row, unappliedSql, params),
  };
}

const creditsSql = `
WITH ${bookAt('$2::date', { which: "i.kind = 'credit_note'" })}
SELECT currency, sum(-outstanding)::bigint AS amount FROM book WHERE outstanding < 0 GROUP BY currency ORDER BY currency`;

/** what is unapplied now, without money that came after the day, and with what was allocated after it */
const unappliedSql = `
SELECT currency, sum(amount)::bigint AS amount FROM (
  SELECT currency, unapplied AS amount FROM payment
  WHERE workspace_id = $1 AND unapplied <> 0 AND origin <> 'write_off'
  UNION ALL
  SELECT currency, -amount FROM payment WHERE workspace_id = $1 AND value_on > $2::date AND origin <> 'write_off'
  UNION ALL
  SELECT p.currency, a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id
  WHERE a.workspace_id = $1 AND a.effective_on > $2::date AND p.origin <> 'write_off') x
GROUP BY currency HAVING sum(amount) <> 0 ORDER BY currency`;
