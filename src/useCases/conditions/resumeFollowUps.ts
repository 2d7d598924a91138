import type { Tx } from '../../db/client.ts';
import { isStopped } from '../../db/isStopped.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { isAnsweredMeanwhile } from './isAnsweredMeanwhile.ts';

/**
 * Asks again what conditions or a hand-off had stopped, once nothing stops the account any more, save what was answered meanwhile. The caller holds
 * the debtor's lock.
 */
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
  const handOffs = await tx.prisma.handOff.findMany({ where: own });
  const stops = [
    ...conditions.flatMap(({ activityId }) => activityId ?? []),
    ...handOffs.map(({ id }) => id),
  ];
  const stopped = await tx.prisma.prompt.findMany({
    where: {
      ...{ ...own, state: 'overtaken' },
      OR: stops.map((stop) => ({ details: { path: ['stoppedBy'], equals: stop } })),
    },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
  });
  for (const prompt of stopped) {
    const { id: promptId, memberId } = prompt;
    await lockMembers(tx, workspace.id, [memberId]);
    // what overtakes it from now on is no stop
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { stoppedBy: null } });
    if (await isAnsweredMeanwhile(tx, prompt)) continue;
    await reopenPrompt(tx, { workspace, promptId, staysPutOff: true, now });
  }
}
