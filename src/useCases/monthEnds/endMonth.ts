import { type MonthEnd, monthEndOn } from '../../core/monthEnd.ts';
import { dayIn } from '../../core/zone.ts';
import type { Db } from '../../db/client.ts';
import { beginMonthEnd, dueMonthEnds } from '../../db/monthEnds.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import { refreshStaleLists, type StaleLists } from '../prompts/refreshMorningList.ts';
import { endMonthFor } from './endMonthFor.ts';
import { postSmallBalances } from './postSmallBalances.ts';

const BATCH = 200;

/**
 * Deals with the end of a month, from its last business day on, or from the day on which the books close: an overdue account that nobody has done anything about is swept up, and
 * accounts with open items get their statement, once a debtor and month; finance gets the list of small balances. It asks the database what is left, so a missed or doubled
 * call changes nothing. A workspace that was started after that day begins with the next month.
 */
export async function endMonth(
  db: Db,
  options: { workspace: WorkspaceContext; now: Date; log: Log },
): Promise<void> {
  const { workspace, now, log } = options;
  const end = monthEndToDeal(workspace, now);
  if (!end) return;
  const about = { workspaceId: workspace.id, month: end.month, now };
  const left: string[] = [];
  const stale: StaleLists = new Set();
  const asked = () => dueMonthEnds(db, { ...about, except: left, limit: BATCH });
  const begin = () =>
    db.transaction(async (tx) => {
      if (await beginMonthEnd(tx, about)) await postSmallBalances(tx, { workspace, end, now });
    });
  for (;;) {
    const due = (await asked()) ?? (await begin().then(asked)) ?? [];
    for (const debtorId of due) {
      const dealt = await endMonthFor(db, { workspace, debtorId, end, stale, now }).catch(
        (error: unknown) => {
          log.error({ err: error, debtorId }, 'the month could not be ended for a debtor');
          return false;
        },
      );
      if (!dealt) left.push(debtorId);
    }
    if (due.length < BATCH) break;
  }
  await refreshStaleLists(db, { workspace, stale, now });
}

/** Only in the hours in which people are asked, so that a statement goes when somebody is there for the answer. */
function monthEndToDeal(workspace: WorkspaceContext, now: Date): MonthEnd | undefined {
  const { startedAt, zone, calendar, settings } = workspace;
  if (!startedAt || !isPromptTime(workspace, now)) return undefined;
  const end = monthEndOn(todayOf(workspace, now), { calendar, closesOn: settings.monthClosesOn });
  return end && dayIn(zone, startedAt) <= end.on ? end : undefined;
}
