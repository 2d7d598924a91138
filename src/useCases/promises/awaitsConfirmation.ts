import type { Queries } from '../../db/client.ts';

/** Whether a debtor has an open promise, or plan, that whoever pays has not confirmed. */
export async function awaitsConfirmation(
  { prisma }: Pick<Queries, 'prisma'>,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<boolean> {
  const where = { workspaceId, debtorId, state: 'open', unconfirmed: true };
  return (await prisma.promise.findFirst({ where, select: { id: true } })) !== null;
}
