import { isoDay } from '../../core/day.ts';
import { quietDays } from '../../core/quietDays.ts';
import type { Tx } from '../../db/client.ts';
import { nextPromptTime } from '../cases/nextReview.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import type { MonthEndChange, MonthEnding } from './endMonthFor.ts';

/**
 * Asks the owner to do something about an overdue account of which nobody has heard for 15 days: on the list of the day, once a month. Where nobody
 * has room it is asked on the next business day, if it is still so.
 */
export async function sweepDebtor(tx: Tx, ending: MonthEnding): Promise<MonthEndChange> {
  const { workspace, debtorId, end, row, input, stale, now } = ending;
  if (row.sweep === 'asked' || row.sweep === 'needless') return {};
  const quiet = quietDays(input);
  if (quiet === undefined) return { sweep: 'needless' };
  const { debtor } = input.facts;
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', now });
  if (!memberId) return { sweep: 'due', again: nextPromptTime(workspace, now) };
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `month_end:${debtorId}:${isoDay(end.month)}`,
    kind: 'month_end',
    memberId,
    reasons: [
      {
        rule: 'month_end',
        outcome: 'note',
        sentence: `It is overdue, and nothing has been done about it for ${quiet} days: no account goes quiet over the end of a month`,
      },
    ],
    stale,
    now,
  });
  return { sweep: 'asked' };
}
