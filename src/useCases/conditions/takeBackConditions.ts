import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { closeConditionPrompts } from './closeConditionPrompts.ts';
import { confirmedBy, isConfirmed } from './isConfirmed.ts';
import { resumeFollowUps } from './resumeFollowUps.ts';
import { stopFollowUps } from './stopFollowUps.ts';

/** An activity is undone: conditions that it recorded never held, unless another entry that stands says the same; those that it ended hold again unless the same was recorded since. */
export async function takeBackConditions(
  tx: Tx,
  {
    workspace,
    activity,
    endedConditions,
    now,
  }: {
    workspace: WorkspaceContext;
    activity: Pick<Activity, 'id' | 'debtorId'>;
    endedConditions: readonly string[];
    now: Date;
  },
): Promise<void> {
  const own = { workspaceId: workspace.id, debtorId: activity.debtorId };
  const about = { workspaceId: workspace.id, activityId: activity.id };
  const recorded = await tx.prisma.debtorCondition.findMany({
    where: {
      ...own,
      endedOn: null,
      OR: [{ activityId: activity.id }, { id: { in: await confirmedBy(tx, about) } }],
    },
  });
  for (const { id, sinceOn } of recorded) {
    if (await isConfirmed(tx, { workspaceId: workspace.id, conditionId: id })) continue;
    await tx.prisma.debtorCondition.update({ where: { id }, data: { endedOn: sinceOn, endedAt: now } });
    const end = {
      workspace,
      conditionId: id,
      state: 'cancelled',
      outcome: 'It was taken back.',
      now,
    } as const;
    await closeConditionPrompts(tx, end);
  }
  if (recorded.length > 0) await resumeFollowUps(tx, { workspace, debtorId: activity.debtorId, now });
  const ended = await tx.prisma.debtorCondition.findMany({
    where: { ...own, id: { in: [...endedConditions] } },
  });
  for (const { id, kind, activityId } of ended) {
    const again = await tx.prisma.debtorCondition.count({ where: { ...own, kind, endedOn: null } });
    if (again > 0) continue;
    await tx.prisma.debtorCondition.update({ where: { id }, data: { endedOn: null, endedAt: null } });
    if (activityId === null) continue;
    const { debtorId } = activity;
    await stopFollowUps(
      tx,
      { workspace, debtorId, stoppedBy: activityId, now },
      'Stopped again: its end was taken back.',
    );
    await askAgain(tx, { workspace, conditionId: id, now });
  }
}

/** Whoever had decided decides again. */
async function askAgain(
  tx: Tx,
  { workspace, conditionId, now }: { workspace: WorkspaceContext; conditionId: string; now: Date },
): Promise<void> {
  const decided = await tx.prisma.prompt.findMany({
    where: {
      ...{ workspaceId: workspace.id, key: { startsWith: `condition:${conditionId}:` } },
      state: { not: 'open' },
    },
    orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
  });
  for (const { id: promptId } of decided) await reopenPrompt(tx, { workspace, promptId, now });
}
