import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';

/** An activity is undone: the disputes that it ended go on, and those that it raised have stopped nothing. The caller holds the debtor's lock. */
export async function takeBackDisputes(
  tx: Tx,
  {
    workspace: { id: workspaceId },
    activity,
    endedDisputes,
  }: {
    workspace: WorkspaceContext;
    activity: Pick<Activity, 'id'>;
    endedDisputes: readonly string[];
  },
): Promise<void> {
  await tx.prisma.dispute.updateMany({
    where: { workspaceId, id: { in: [...endedDisputes] } },
    data: { endedOn: null, outcome: null, conceded: null },
  });
  const running = {
    ...{ workspaceId, activityId: activity.id },
    OR: [{ endedOn: null }, { endedWithInvoice: true }],
  };
  for (const { id, raisedOn } of await tx.prisma.dispute.findMany({ where: running })) {
    const ended = { endedOn: raisedOn, outcome: 'for_us', endedWithInvoice: false };
    await tx.prisma.dispute.update({ where: { id }, data: ended });
  }
}
