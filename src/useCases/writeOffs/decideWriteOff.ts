import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** Keeps a manager's decision about what was proposed together. Returns how many invoices it was still open for. */
export async function decideWriteOff(
  tx: Tx,
  options: { workspace: WorkspaceContext; member: Member; activityId: string; agrees: boolean; now: Date },
): Promise<number> {
  const { workspace, member, activityId, agrees, now } = options;
  const decided = { decidedById: member.id, decidedAt: now };
  const { count } = await tx.prisma.writeOff.updateMany({
    where: { workspaceId: workspace.id, activityId, state: 'proposed' },
    data: agrees
      ? { ...decided, state: 'agreed' }
      : { ...decided, state: 'declined', endedOn: dateOfDay(todayOf(workspace, now)) },
  });
  return count;
}
