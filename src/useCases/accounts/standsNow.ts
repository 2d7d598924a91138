import { dateOfDay } from '../../core/day.ts';
import { stageName } from '../../core/stageName.ts';
import { timeIn } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** What keeps from happening today what the policy has decided, as sentences: nobody started Duly, nobody has room left, an approval is awaited or given. */
export async function standsNow(
  { prisma }: Queries,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<string[]> {
  const own = { workspaceId: workspace.id, debtorId };
  if (!workspace.startedAt)
    return ['Duly is not started: nothing is asked or sent before a manager types /debt start.'];
  const today = dateOfDay(todayOf(workspace, now));
  const notReached = await prisma.case.count({ where: { ...own, closedOn: null, notReachedOn: today } });
  const approvals = await prisma.approval.findMany({
    where: { ...own, state: { in: ['open', 'approved'] } },
    orderBy: { requestedAt: 'asc' },
  });
  const notices = await prisma.notice.findMany({
    where: { workspaceId: workspace.id, id: { in: approvals.map(({ noticeId }) => noticeId) } },
  });
  const stageOf = new Map(notices.map(({ id, kind }) => [id, stageName(kind)]));
  return [
    ...(notReached > 0 ? ['It was not asked today: whoever would be asked has no room left.'] : []),
    ...approvals.map(({ noticeId, state, graceUntil }) =>
      state === 'approved' && graceUntil
        ? `${stageOf.get(noticeId)} is approved, and takes effect at ${timeIn(workspace.zone, graceUntil)}.`
        : `${stageOf.get(noticeId)} waits for approval.`,
    ),
  ];
}
