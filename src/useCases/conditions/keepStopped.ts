import type { Tx } from '../../db/client.ts';
import { isStopped } from '../../db/isStopped.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { stopFollowUps } from './stopFollowUps.ts';

/**
 * Nobody is asked to call about an account while a condition stops it or others look after it: what has just been asked waits for the end
 * of the stop, or for the recall. Returns whether it is stopped. The caller holds the debtor's lock.
 */
export async function keepStopped(
  tx: Tx,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<boolean> {
  const own = { workspaceId: workspace.id, debtorId };
  if (!(await isStopped(tx, own))) return false;
  const condition = await tx.prisma.debtorCondition.findFirst({
    where: { ...own, endedOn: null, activityId: { not: null } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const handOff = await tx.prisma.handOff.findFirst({ where: { ...own, recalledOn: null } });
  const stop = { workspace, debtorId, stoppedBy: condition?.activityId ?? handOff?.id, now };
  await stopFollowUps(tx, stop, 'The account is stopped: nobody calls at present.');
  return true;
}
