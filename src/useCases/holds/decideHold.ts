import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * A manager agrees to a hold that waits for it, and it stops the clock from its first day; or does not, and it ends without having stopped
 * anything. Returns whether it waited still. The caller holds the debtor's lock.
 */
export async function decideHold(
  tx: Tx,
  decision: { workspace: WorkspaceContext; holdId: string; agrees: boolean; now: Date },
): Promise<boolean> {
  const { workspace, holdId, agrees, now } = decision;
  const where = { workspaceId: workspace.id, id: holdId, agreed: false, endedOn: null };
  const data = agrees ? { agreed: true } : { endedOn: dateOfDay(todayOf(workspace, now)) };
  return (await tx.prisma.hold.updateMany({ where, data })).count > 0;
}
