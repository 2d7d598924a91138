import type { Tx } from '../../db/client.ts';
import type { StageStep } from '../../generated/prisma/client.ts';

/** Whether another step of the account was taken after this one: what it was taken on stays as it is. */
export async function hasFollowed(tx: Tx, step: StageStep): Promise<boolean> {
  const { workspaceId, debtorId, takenAt } = step;
  const after = { takenAt: { gt: takenAt }, state: { in: ['pending', 'done'] } };
  return (await tx.prisma.stageStep.count({ where: { workspaceId, debtorId, ...after } })) > 0;
}
