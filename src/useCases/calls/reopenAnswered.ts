import { dateOfDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { contactDoneOn } from '../../core/stepDone.ts';
import { dayIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';

interface Reopening {
  readonly workspace: WorkspaceContext;
  readonly activity: Activity;
  readonly now: Date;
}

/**
 * Asks again what an activity had answered, once it is reversed: the prompts that it closed or put off are open now, and the
 * steps that nothing else has finished are pending. Returns the ids of those that had been closed.
 */
export async function reopenAnswered(tx: Tx, reopening: Reopening): Promise<string[]> {
  const { workspace, activity, now } = reopening;
  const own = { workspaceId: workspace.id, debtorId: activity.debtorId };
  const prompts = await tx.prisma.prompt.findMany({
    where: {
      ...own,
      OR: [
        { state: 'done', details: { path: ['answeredBy'], equals: activity.id } },
        { state: 'open', details: { path: ['putOffBy'], equals: activity.id } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  const turns = prompts.filter(({ details }) => (details as { finishedStep?: boolean }).finishedStep);
  const steps = [
    ...turns.flatMap(({ stepId }) => stepId ?? []),
    ...(await contactStepsWithout(tx, reopening)),
  ];
  await tx.prisma.stageStep.updateMany({
    where: { ...own, id: { in: steps }, state: 'done' },
    data: { state: 'pending', doneOn: null },
  });
  const settled = await tx.prisma.prompt.findMany({
    where: { ...own, stepId: { in: steps }, state: 'done', closedBy: null },
    orderBy: { id: 'asc' },
  });
  const again = new Set([...prompts, ...settled].map(({ id }) => id));
  for (const promptId of again) await reopenPrompt(tx, { workspace, promptId, now });
  return [...prompts.filter(({ state }) => state === 'done'), ...settled].map(({ id }) => id);
}

/** Contact steps that were finished since that day and, without the activity, are not. */
async function contactStepsWithout(tx: Tx, { workspace, activity, now }: Reopening): Promise<string[]> {
  const { debtorId } = activity;
  const finished = await tx.prisma.stageStep.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      state: 'done',
      imported: false,
      doneOn: { gte: dateOfDay(dayIn(workspace.zone, activity.at)) },
    },
  });
  if (finished.length === 0) return [];
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) return [];
  const { policy } = await policyOf(tx, workspace, facts);
  const contact = new Set(
    [...policy.rungs, ...policy.tasks].filter(({ kind }) => kind === 'contact').map(({ key }) => key),
  );
  return finished
    .filter(({ id, stage }) => contact.has(stage) && !isDone(id, facts, workspace))
    .map(({ id }) => id);
}

function isDone(stepId: string, facts: DebtorFacts, { calendar }: WorkspaceContext): boolean {
  const step = facts.steps.find(({ id }) => id === stepId);
  return step === undefined || contactDoneOn(step, facts, calendar) !== undefined;
}
