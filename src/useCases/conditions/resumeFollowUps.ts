import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';

/** Asks again what a condition had stopped, unless another one holds. The caller holds the debtor's lock. */
export async function resumeFollowUps(
  tx: Tx,
  {
    workspace,
    debtorId,
    activityId,
    now,
  }: {
    workspace: WorkspaceContext;
    debtorId: string;
    /** that recorded the condition; null where none did */
    activityId: string | null;
    now: Date;
  },
): Promise<void> {
  const own = { workspaceId: workspace.id, debtorId };
  if (
    activityId === null ||
    (await tx.prisma.debtorCondition.count({ where: { ...own, endedOn: null } })) > 0
  )
    return;
  const stopped = await tx.prisma.prompt.findMany({
    where: { ...own, state: 'overtaken', details: { path: ['stoppedBy'], equals: activityId } },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
  });
  for (const { id: promptId } of stopped)
    await reopenPrompt(tx, { workspace, promptId, staysPutOff: true, now });
}
