import { isoDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { isStopped } from '../../db/isStopped.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';
import { missedPromiseReasons } from './missedPromiseReasons.ts';

/**
 * Asks the owner, when the team is at work, to call the same day about a promise that was not kept, or only in part; nobody while
 * others look after the account, or it is stopped.
 */
export async function askAboutBrokenPromise(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    promise: PromiseRow;
    /** minor units of what had come that were taken back */
    returned: bigint;
    now: Date;
  },
): Promise<void> {
  const { workspace, debtorId, promise, returned, now } = options;
  if (!workspace.startedAt) return;
  if (await isStopped(tx, { workspaceId: workspace.id, debtorId })) return;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', now, beyondCapacity: true });
  if (!memberId) return;
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `broken:${promise.id}:${promise.state}:${isoDay(todayOf(workspace, now))}`,
    kind: 'broken_promise',
    memberId,
    reasons: missedPromiseReasons(promise, returned, workspace.locale),
    details: { promiseId: promise.id },
    notBefore: shown > now ? shown : undefined,
    now,
  });
}
