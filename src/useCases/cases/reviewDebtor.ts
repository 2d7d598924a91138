import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { StaleLists } from '../prompts/refreshMorningList.ts';
import { reviewTogether } from './reviewTogether.ts';

export interface Review {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  /** collects whose list is left to be drawn by the caller; default: it is drawn here */
  readonly stale?: StaleLists;
  readonly now: Date;
}

/**
 * Looks at one debtor (`lookAtDebtor`) in one transaction under its lock, and says when to look again. A debtor that another process is
 * working on is left to it, still due: false then.
 */
export async function reviewDebtor(db: Db, { debtorId, ...review }: Review): Promise<boolean> {
  const looked = await reviewTogether(db, { ...review, debtorIds: [debtorId] });
  return looked.get(debtorId) ?? false;
}
