import { dateOfDay } from '../../core/day.ts';
import { dayIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';

/**
 * Asks again what an activity had answered: steps that it had finished are pending once more (the next review finishes those
 * that something else has done), and the prompts that it closed, or put off, are open now.
 */
export async function reopenAnswered(
  tx: Tx,
  options: { workspace: WorkspaceContext; activity: Activity; now: Date },
): Promise<void> {
  const { workspace, activity, now } = options;
  const steps = await tx.prisma.stageStep.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId: activity.debtorId,
      state: 'done',
      imported: false,
      doneOn: { gte: dateOfDay(dayIn(workspace.zone, activity.at)) },
    },
  });
  const { policy } = await policyOf(tx, workspace, {
    debtor: await debtorFact(tx, workspace, activity.debtorId),
  });
  const contactStages = new Set(
    policy.rungs.filter((rung) => rung.kind === 'contact').map((rung) => rung.key),
  );
  const reopened: string[] = [];
  for (const step of steps.filter(({ id, stage }) => contactStages.has(stage) || id === activity.stepId)) {
    await tx.prisma.stageStep.update({ where: { id: step.id }, data: { state: 'pending', doneOn: null } });
    reopened.push(step.id);
  }
  const prompts = await tx.prisma.prompt.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId: activity.debtorId,
      OR: [
        { state: 'done', closedAt: activity.recordedAt },
        { state: 'done', stepId: { in: reopened } },
        { state: 'open', snoozedUntil: { gt: now }, kind: { in: ['call', 'broken_promise'] } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  for (const prompt of prompts) await reopenPrompt(tx, { workspace, promptId: prompt.id, now });
}
