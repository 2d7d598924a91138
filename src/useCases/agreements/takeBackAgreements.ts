import { dateOfDay } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import { standingConfirmations } from '../promises/standingConfirmations.ts';
import { takeBackPrompt } from '../prompts/takeBackPrompt.ts';
import { agreementKey } from './askForAgreement.ts';
import { askForAgreementAgain } from './askForAgreementAgain.ts';
import { replacedOnAgreement } from './replacedOnAgreement.ts';

/**
 * An activity is undone: the promises and plans that it recorded are cancelled, those that they had taken the place of are open again unless
 * a reply that stands ended them too, and what it had confirmed is unconfirmed unless another reply confirmed it. The caller holds the
 * debtor's lock.
 */
export async function takeBackAgreements(
  tx: Tx,
  {
    workspace,
    activity,
    replacedPromises,
    confirmedPromises,
    now,
  }: {
    workspace: WorkspaceContext;
    activity: Pick<Activity, 'id' | 'debtorId'>;
    replacedPromises: readonly string[];
    confirmedPromises: readonly string[];
    now: Date;
  },
): Promise<void> {
  const workspaceId = workspace.id;
  const own = { workspaceId, activityId: activity.id, state: { not: 'cancelled' } };
  const cancelled = { state: 'cancelled', endedOn: dateOfDay(todayOf(workspace, now)) };
  const promises = await tx.prisma.promise.findMany({ where: own });
  for (const { id } of promises) {
    await tx.prisma.promise.update({ where: { id }, data: cancelled });
    await takeBackPrompt(tx, { workspace, key: agreementKey({ promiseId: id }), now });
  }
  const plans = await tx.prisma.plan.findMany({ where: own });
  for (const { id } of plans) {
    await tx.prisma.plan.update({ where: { id }, data: cancelled });
    await takeBackPrompt(tx, { workspace, key: agreementKey({ planId: id }), now });
  }
  const { debtorId } = activity;
  const { confirmed, replaced } = await standingConfirmations(tx, { workspaceId, debtorId });
  const ids = [...promises, ...plans].map(({ id }) => id);
  const onAgreement = await replacedOnAgreement(tx, { workspaceId, ids });
  const toRestore = [...replacedPromises, ...onAgreement].filter((id) => !replaced.has(id));
  await restoreReplaced(tx, { workspace, promiseIds: toRestore, now });
  await tx.prisma.promise.updateMany({
    where: { workspaceId, id: { in: confirmedPromises.filter((id) => !confirmed.has(id)) } },
    data: { unconfirmed: true },
  });
}

/** What waits for a manager's agreement is asked of them again. */
async function restoreReplaced(
  tx: Tx,
  replaced: { workspace: WorkspaceContext; promiseIds: readonly string[]; now: Date },
): Promise<void> {
  const { workspace, promiseIds, now } = replaced;
  const workspaceId = workspace.id;
  const where = { workspaceId, id: { in: [...promiseIds] }, state: { in: ['superseded', 'broken'] } };
  const promises = await tx.prisma.promise.findMany({ where });
  const open = { state: 'open', endedOn: null };
  await tx.prisma.promise.updateMany({ where, data: { ...open, replacedOn: null } });
  const planIds = promises.flatMap(({ planId }) => planId ?? []);
  await tx.prisma.plan.updateMany({ where: { workspaceId, id: { in: planIds } }, data: open });
  await askForAgreementAgain(tx, { workspace, promises, now });
}
