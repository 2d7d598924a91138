import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Activity } from '../../generated/prisma/client.ts';
import type { CallTrace } from './callConsequences.ts';

interface Moment {
  readonly workspace: WorkspaceContext;
  readonly now: Date;
}

/** Whether an entry's undo time (minutes, of the workspace's settings) lasts still. */
export function mayBeUndone(
  { recordedAt }: Pick<Activity, 'recordedAt'>,
  { workspace, now }: Moment,
): boolean {
  return now.getTime() - recordedAt.getTime() <= workspace.settings.undoMinutes * 60_000;
}

/**
 * What the same member recorded as one act with an entry and may still be taken back with it: the call in which a plan was agreed on, or the plan that was agreed on in
 * a call.
 */
export async function sameAct(
  tx: Tx,
  { activity, ...moment }: Moment & { readonly activity: Activity },
): Promise<Activity[]> {
  const { inCall } = activity.details as CallTrace;
  const { debtorId, memberId } = activity;
  const own = { workspaceId: moment.workspace.id, debtorId };
  const found = await tx.prisma.activity.findMany({
    where: {
      ...own,
      memberId,
      reversesId: null,
      OR: [{ id: inCall ?? '' }, { details: { path: ['inCall'], equals: activity.id } }],
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
  });
  const ids = found.map(({ id }) => id);
  const reversals = await tx.prisma.activity.findMany({ where: { ...own, reversesId: { in: ids } } });
  const reversed = new Set(reversals.map(({ reversesId }) => reversesId));
  return found.filter((one) => !reversed.has(one.id) && mayBeUndone(one, moment));
}
