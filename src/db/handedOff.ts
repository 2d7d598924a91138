import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

const amountRow = z.object({ currency: z.string(), amount: z.bigint() });

/** What is open with accounts handed to an agency or to court by the end of a day, minor units per currency. */
export async function handedOff(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<Money[]> {
  return tx.sql(
    amountRow,
    `WITH ${bookAt('$2::date', {
      among: `SELECT x.invoice_id FROM hand_off h JOIN stage_step_invoice x ON x.step_id = h.step_id
        WHERE h.workspace_id = $1 AND h.handed_on <= $2::date AND (h.recalled_on IS NULL OR h.recalled_on > $2::date)`,
    })}
     SELECT currency, sum(outstanding)::bigint AS amount FROM book WHERE outstanding > 0 GROUP BY currency ORDER BY currency`,
    [workspaceId, isoDay(day)],
  );
}
