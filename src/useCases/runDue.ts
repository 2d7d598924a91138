import type { Db } from '../db/client.ts';
import { type DueTimes, dueTimes } from '../db/dueTimes.ts';
import { todayOf } from '../db/workspaceContext.ts';
import type { Log } from '../log.ts';
import { reviewDueDebtors } from './cases/reviewDueDebtors.ts';
import { postDueDigests } from './digests/postDueDigests.ts';
import { askAboutHeldImports } from './ledger/askAboutHeldImports.ts';
import { listMissingItems } from './missingItems/listMissingItems.ts';
import { endMonth } from './monthEnds/endMonth.ts';
import type { ReactionWatch } from './notices/ReactionWatch.ts';
import { sweepApprovals } from './notices/sweepApprovals.ts';
import { escalatePrompts } from './prompts/escalatePrompts.ts';
import { relistPrompts } from './prompts/relistPrompts.ts';
import { keepRecords } from './records/keepRecords.ts';

export interface DueWork {
  readonly db: Db;
  readonly now: Date;
  /** reads the reactions on requests for approval from Slack when it is time */
  readonly reactions: ReactionWatch;
  readonly log: Log;
}

/**
 * Does everything that is due now in every started workspace. It asks the database what is due, so a missed, late or doubled
 * call changes nothing. What fails in one workspace is logged and holds up no other.
 */
export async function runDue(work: DueWork): Promise<void> {
  const unreadable = (workspaceId: string, err: unknown) =>
    work.log.error({ err, workspaceId }, 'the settings of a workspace cannot be read: nothing is done in it');
  for (const due of await dueTimes(work.db, work.now, unreadable)) {
    if (due.workspace.startedAt) await runDueOf(due, work);
  }
}

async function runDueOf(due: DueTimes, { db, now, reactions, log }: DueWork): Promise<void> {
  const { workspace } = due;
  const isPast = (at: Date | undefined) => at !== undefined && at <= now;
  const part = async (name: string, isDue: boolean, work: () => Promise<unknown>) => {
    if (!isDue) return;
    await work().catch((error: unknown) =>
      log.error({ err: error, workspaceId: workspace.id, part: name }, 'due work failed'),
    );
  };
  const compare = reactions.isDue(workspace.id, now);
  const approvals = compare || isPast(due.graceUntil) || isPast(due.usableUntil);
  const { read } = reactions;
  const anyLive = due.usableUntil !== undefined;
  await part('approvals', approvals, () =>
    sweepApprovals(db, { workspace, now, compare, anyLive, read, log }),
  );
  // what became of a request for approval has its account looked at
  await part('reviews', approvals || isPast(due.reviewAt), () =>
    reviewDueDebtors(db, { workspace, now, log }),
  );
  await part('month end', true, () => endMonth(db, { workspace, now, log }));
  await part('held imports', due.hasHeldImport, () => askAboutHeldImports(db, { workspace, now }));
  await part('missing items', due.hasLeftOut, () => listMissingItems(db, { workspace, now }));
  await part('lists', due.hasUnlisted, () => relistPrompts(db, { workspace, now }));
  await part('prompts', due.hasAbsent || isPast(due.answerBy), () => escalatePrompts(db, { workspace, now }));
  // after all that, so that they tell what it has changed: whose turn it is, and which promises were kept
  await part('digests', true, () => postDueDigests(db, { due, now }));
  const isKept = due.recordsKeptOn === todayOf(workspace, now);
  await part('records', !isKept, () => keepRecords(db, { workspace, now, log }));
}
