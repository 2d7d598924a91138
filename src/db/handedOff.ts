import { z } from 'zod';
import { type Day, isoDay } from '../core/day.ts';
import type { Money } from '../core/money.ts';
import { bookAt } from './bookAt.ts';
import type { Queries } from './client.ts';

/** What is open with accounts handed to an agency or to court by the end of a day, minor units per currency. */
export async function handedOff(
  tx: Queries,
  { workspaceId, day }: { workspaceId: string; day: Day },
): Promise<Money[]> {
  return tx.sql(
    z.object({ currency: z.string(), amount: z.bigint() }),
    `WITH ${bookAt('$2::date', {
      among: `SELECT x.invoice_id FROM stage_step s JOIN stage_step_invoice x ON x.step_id = s.id
        WHERE s.workspace_id = $1 AND s.stage = 'hand_off' AND s.state = 'done' AND s.done_on <= $2::date`,
    })}
     SELECT currency, sum(outstanding)::bigint AS amount FROM book WHERE outstanding > 0 GROUP BY currency ORDER BY currency`,
    [workspaceId, isoDay(day)],
  );
}
