import type { Tx } from './client.ts';

/**
 * Takes in a delivery from outside (an event, a submitted form) once: false when this key was taken in before, and the
 * caller stops quietly. In the transaction of what the delivery causes.
 */
export async function claimInbound(
  tx: Tx,
  inbound: { workspaceId: string; key: string; kind: string; receivedAt: Date },
): Promise<boolean> {
  const { count } = await tx.prisma.inboundEvent.createMany({ data: [inbound], skipDuplicates: true });
  return count === 1;
}

/** The keys taken in that begin so. */
export async function inboundKeys(tx: Tx, workspaceId: string, beginning: string): Promise<string[]> {
  const rows = await tx.prisma.inboundEvent.findMany({
    where: { workspaceId, key: { startsWith: beginning } },
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
