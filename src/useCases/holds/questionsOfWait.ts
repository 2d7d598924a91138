import type { Tx } from '../../db/client.ts';
import type { Hold, Prompt } from '../../generated/prisma/client.ts';

/** What was asked since a customer said that it is paid: finance, where the payment is, and the owner, to call for proof of it; or what finance was told since they saw it. */
export async function questionsOfWait(
  tx: Tx,
  { id, workspaceId, activityId }: Pick<Hold, 'id' | 'workspaceId' | 'activityId'>,
): Promise<Prompt[]> {
  const key = `find_payment:${activityId}`;
  const toFind = await tx.prisma.prompt.findFirst({ where: { workspaceId, key } });
  const calls = [id, ...(toFind ? [toFind.id] : [])].map((about) => `payment_not_found:${about}`);
  const later = await tx.prisma.prompt.findMany({
    where: { workspaceId, key: { in: [...calls, `seen_not_come:${id}`] } },
    orderBy: { id: 'asc' },
  });
  return [...(toFind ? [toFind] : []), ...later];
}
