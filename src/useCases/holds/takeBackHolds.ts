import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { agreementKey } from '../agreements/askForAgreement.ts';
import { takeBackPrompt } from '../prompts/takeBackPrompt.ts';

/** An activity is undone: the holds that it placed have stopped nothing, and those that it ended early go on. The caller holds the debtor's lock. */
export async function takeBackHolds(
  tx: Tx,
  {
    workspace,
    activity,
    endedHolds,
    now,
  }: {
    workspace: WorkspaceContext;
    activity: Pick<Activity, 'id'>;
    endedHolds: readonly string[];
    now: Date;
  },
): Promise<void> {
  const workspaceId = workspace.id;
  const standing = { workspaceId, activityId: activity.id, OR: [{ endedOn: null }, { confirmed: true }] };
  for (const { id, fromOn } of await tx.prisma.hold.findMany({ where: standing })) {
    await tx.prisma.hold.update({ where: { id }, data: { endedOn: fromOn, confirmed: false } });
    await takeBackPrompt(tx, { workspace, key: agreementKey({ holdId: id }), now });
  }
  await tx.prisma.hold.updateMany({
    where: { workspaceId, id: { in: [...endedHolds] } },
    data: { endedOn: null },
  });
}
