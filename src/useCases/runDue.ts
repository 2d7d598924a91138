import type { Db } from '../db/client.ts';
import { startedWorkspaces } from '../db/workspaceContext.ts';
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
export async function runDue({ db, now, reactions, log }: DueWork): Promise<void> {
  for (const workspace of await startedWorkspaces(db)) {
    const part = async (name: string, work: () => Promise<unknown>) => {
      await work().catch((error: unknown) =>
        log.error({ err: error, workspaceId: workspace.id, part: name }, 'due work failed'),
      );
    };
    await part('approvals', () => sweepApprovals(db, { workspace, now, reactions, log }));
    await part('digests', () => postDueDigests(db, { workspace, now }));
    await part('reviews', () => reviewDueDebtors(db, { workspace, now, log }));
    await part('month end', () => endMonth(db, { workspace, now, log }));
    await part('held imports', () => askAboutHeldImports(db, { workspace, now }));
    await part('missing items', () => listMissingItems(db, { workspace, now }));
    await part('lists', () => relistPrompts(db, { workspace, now }));
    await part('prompts', () => escalatePrompts(db, { workspace, now }));
  }
}
