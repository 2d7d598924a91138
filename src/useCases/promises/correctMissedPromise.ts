import type { Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { refreshMorningList } from '../prompts/refreshMorningList.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { missedPromiseReasons } from './missedPromiseReasons.ts';

/**
 * More, or less, is known to have come for a promise that stays as it was judged: what is asked about it says so, in its message
 * and on the list. The caller holds the debtor's lock.
 * @param returned minor units of what had come that were taken back
 */
export async function correctMissedPromise(
  tx: Tx,
  correction: { workspace: WorkspaceContext; promise: PromiseRow; returned: bigint; now: Date },
): Promise<void> {
  const { workspace, promise, returned, now } = correction;
  const workspaceId = workspace.id;
  const open = await tx.prisma.prompt.findMany({
    where: {
      ...{ workspaceId, state: 'open', kind: 'broken_promise' },
      details: { path: ['promiseId'], equals: promise.id },
    },
    orderBy: { id: 'asc' },
  });
  const reasons = missedPromiseReasons(promise, returned, workspace.locale);
  for (const { id: promptId, memberId } of open) {
    const member = (await lockMembers(tx, workspaceId, [memberId])).get(memberId);
    await rememberOnPrompt(tx, { workspaceId, promptId, details: { reasons } });
    await updatePromptMessage(tx, { workspace, promptId, now });
    await refreshMorningList(tx, { workspace, member, now });
  }
}
