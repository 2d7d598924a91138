import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity, Member } from '../../generated/prisma/client.ts';
import { agreementKey } from '../agreements/askForAgreement.ts';
import { takeBackPrompt } from '../prompts/takeBackPrompt.ts';
import { tellFinanceOfWriteOff } from './tellFinanceOfWriteOff.ts';

/** The proposal is undone: what it proposed is asked of nobody, and finance hears of it where it was agreed on. The caller holds the debtor's lock. */
export async function withdrawWriteOffs(
  tx: Tx,
  {
    workspace,
    member,
    activity,
    now,
  }: {
    workspace: WorkspaceContext;
    member: Member;
    activity: Pick<Activity, 'id' | 'debtorId'>;
    now: Date;
  },
): Promise<void> {
  const own = { workspaceId: workspace.id, activityId: activity.id };
  const data = { state: 'withdrawn', endedOn: dateOfDay(todayOf(workspace, now)) };
  const agreed = await tx.prisma.writeOff.updateMany({ where: { ...own, state: 'agreed' }, data });
  if (agreed.count > 0) {
    const about = { workspace, debtorId: activity.debtorId, activityId: activity.id };
    await tellFinanceOfWriteOff(tx, { ...about, became: 'taken_back', by: member, now });
  }
  const proposed = await tx.prisma.writeOff.updateMany({ where: { ...own, state: 'proposed' }, data });
  if (agreed.count + proposed.count > 0)
    await takeBackPrompt(tx, { workspace, key: agreementKey({ writeOffId: activity.id }), now });
}
