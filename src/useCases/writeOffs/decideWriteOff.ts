import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { tellFinanceOfWriteOff } from './tellFinanceOfWriteOff.ts';

/**
 * Keeps a manager's decision about what was proposed together, and tells finance what is to be written off. Returns how many invoices it was
 * still open for. The caller holds the debtor's lock.
 */
export async function decideWriteOff(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    debtorId: string;
    activityId: string;
    agrees: boolean;
    now: Date;
  },
): Promise<number> {
  const { workspace, member, debtorId, activityId, agrees, now } = options;
  const decided = { decidedById: member.id, decidedAt: now };
  const { count } = await tx.prisma.writeOff.updateMany({
    where: { workspaceId: workspace.id, activityId, state: 'proposed' },
    data: agrees
      ? { ...decided, state: 'agreed' }
      : { ...decided, state: 'declined', endedOn: dateOfDay(todayOf(workspace, now)) },
  });
  if (agrees && count > 0)
    await tellFinanceOfWriteOff(tx, { workspace, debtorId, activityId, became: 'agreed', by: member, now });
  return count;
}
