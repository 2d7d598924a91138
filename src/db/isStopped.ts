import type { Queries } from './client.ts';

/** Whether nobody of ours may contact a debtor: others look after the account, or a condition holds. */
export async function isStopped(
  tx: Queries,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<boolean> {
  const handedOff = await tx.prisma.handOff.count({ where: { workspaceId, debtorId, recalledOn: null } });
  const stopped = await tx.prisma.debtorCondition.count({ where: { workspaceId, debtorId, endedOn: null } });
  return handedOff + stopped > 0;
}
