import type { Tx } from '../../db/client.ts';
import type { Approval } from '../../generated/prisma/client.ts';
import { approvalKey } from './approvalPlace.ts';

/**
 * Since when a rewritten request shows its new text on Slack; undefined while it does not. For a request that was never
 * rewritten it is the time it was asked.
 */
export async function shownSince(tx: Tx, approval: Approval): Promise<Date | undefined> {
  if (!approval.rewritten) return approval.requestedAt;
  const update = await tx.prisma.outbox.findFirst({
    where: {
      workspaceId: approval.workspaceId,
      messageKey: approvalKey(approval.id),
      kind: 'slack_update',
      state: 'sent',
      createdAt: { gte: approval.requestedAt },
    },
    orderBy: { sentAt: 'asc' },
    select: { sentAt: true },
  });
  return update?.sentAt ?? undefined;
}
