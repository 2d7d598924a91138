import type { MonthEnd } from '../../core/monthEnd.ts';
import type { Db, Tx } from '../../db/client.ts';
import { claimMonthEnd } from '../../db/monthEnds.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { MonthEnd as MonthEndRow } from '../../generated/prisma/client.ts';
import { loadSituation, type Situation } from '../notices/loadSituation.ts';
import { tellNotSent } from '../notices/tellNotSent.ts';
import type { StaleLists } from '../prompts/refreshMorningList.ts';
import { stateMonthEnd } from './stateMonthEnd.ts';
import { sweepDebtor } from './sweepDebtor.ts';

export interface DebtorMonthEnd {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly end: MonthEnd;
  readonly stale: StaleLists;
  readonly now: Date;
}

/** The same with what it is decided from, under the debtor's lock. */
export interface MonthEnding extends DebtorMonthEnd {
  readonly row: MonthEndRow;
  readonly input: Situation;
}

/** What an account's month end has come to. */
export type MonthEndChange = Partial<Pick<MonthEndRow, 'sweep' | 'statement' | 'noticeId' | 'why'>> & {
  /** when this part is looked at again */
  readonly again?: Date | undefined;
};

/**
 * The end of the month for one account, in one transaction under its lock: first what has to be done about it, then its statement, which counts for
 * nothing there. Returns false when another process has it.
 */
export async function endMonthFor(db: Db, ending: DebtorMonthEnd): Promise<boolean> {
  const { workspace, debtorId, end, now } = ending;
  return db.transaction(async (tx) => {
    const about = { workspaceId: workspace.id, debtorId, month: end.month, now };
    const row = await claimMonthEnd(tx, about);
    if (!row) return false;
    const input = await loadSituation(tx, { workspace, debtorId, now });
    if (!input) return false;
    const swept = await sweepDebtor(tx, { ...ending, row, input });
    const stated = await stateMonthEnd(tx, { ...ending, row, input });
    await keep(tx, row.id, [swept, stated]);
    // one that was held back when it was to go, and does not go any more
    if (row.noticeId && stated.statement === 'not_sent') {
      const notice = await tx.prisma.notice.findUniqueOrThrow({ where: { id: row.noticeId } });
      await tellNotSent(tx, { workspace, notice, debtorId, why: stated.why ?? 'no reason was given', now });
    }
    return true;
  });
}

async function keep(tx: Tx, id: string, changes: readonly MonthEndChange[]): Promise<void> {
  const again = changes.flatMap((change) => (change.again ? [change.again.getTime()] : []));
  const [first, second] = changes.map(({ again: _, ...change }) => change);
  const tryAt = again.length > 0 ? new Date(Math.min(...again)) : null;
  await tx.prisma.monthEnd.update({ where: { id }, data: { ...first, ...second, tryAt } });
}
