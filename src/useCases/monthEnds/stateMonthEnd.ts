import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { monthEndOn } from '../../core/monthEnd.ts';
import { dayIn, instantAt } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { nextPromptTime } from '../cases/nextReview.ts';
import { buildMessage } from '../notices/buildMessage.ts';
import { queueNotice } from '../notices/queueNotice.ts';
import { signerFor } from '../notices/signerFor.ts';
import type { MonthEndChange, MonthEnding } from './endMonthFor.ts';

/**
 * Queues the account's statement of that month, if the workspace sends any and the rules let it go; what has to wait is looked at again while the
 * month's end lasts, and what may not go says why.
 */
export async function stateMonthEnd(tx: Tx, ending: MonthEnding): Promise<MonthEndChange> {
  const { workspace, debtorId, row, input, now } = ending;
  if (row.statement !== 'waiting') return {};
  if (!workspace.settings.statements) return { statement: 'off' };
  const may = mayWrite({ input, kind: 'statement', now });
  if (may.verdict === 'wait') return waits(ending, may.until, may.why);
  if (may.verdict !== 'send') return { statement: 'not_sent', why: may.why };
  const signerId = await signerFor(tx, workspace.id, input.facts.debtor);
  if (!signerId) return { statement: 'not_sent', why: 'nobody is there to sign it' };
  try {
    const order = { workspace, input, kind: 'statement' as const, signerId, asAt: input.today };
    const built = await buildMessage(tx, order);
    const about = { workspaceId: workspace.id, debtorId, stepId: null };
    const notice = await queueNotice(tx, { ...about, built, actor: 'duly', now });
    return { statement: 'queued', noticeId: notice.id, why: null };
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return { statement: 'not_sent', why: error.userMessage.replace(/\.$/, '') };
  }
}

/** At prompt time of the day on which it may go, where that is known, else the next morning; not at all once the month's end is over by then. */
function waits({ workspace, end, now }: MonthEnding, until: Day | undefined, why: string): MonthEndChange {
  const { zone, settings, calendar } = workspace;
  const morning = nextPromptTime(workspace, now);
  const open = until && instantAt(until, settings.promptsAt, zone);
  const again = open && open > morning ? open : morning;
  const months = { calendar, closesOn: settings.monthClosesOn };
  const isOver = monthEndOn(dayIn(zone, again), months)?.month !== end.month;
  return isOver ? { statement: 'not_sent', why } : { why, again };
}
