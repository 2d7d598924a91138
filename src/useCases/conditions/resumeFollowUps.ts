import type { Tx } from '../../db/client.ts';
import { isStopped } from '../../db/isStopped.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';

/** Asks again what conditions had stopped, once nothing stops the account any more. The caller holds the debtor's lock. */
export async function resumeFollowUps(
  tx: Tx,
  {
    workspace,
    debtorId,
    now,
  }: {
    workspace: WorkspaceContext;
    debtorId: string;
    now: Date;
  },
): Promise<void> {
  const own = { workspaceId: workspace.id, debtorId };
  if (await isStopped(tx, own)) return;
  const conditions = await tx.prisma.debtorCondition.findMany({ where: own });
  const stopped = await tx.prisma.prompt.findMany({
    where: {
      ...{ ...own, state: 'overtaken' },
      OR: conditions.flatMap(({ activityId }) =>
        activityId === null ? [] : [{ details: { path: ['stoppedBy'], equals: activityId } }],
      ),
    },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
  });
  for (const { id: promptId } of stopped) {
    // what overtakes it from now on is no stop
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { stoppedBy: null } });
    await reopenPrompt(tx, { workspace, promptId, staysPutOff: true, now });
  }
}
