import { addBusinessDays } from '../../core/calendar.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { logCall } from '../../useCases/calls/logCall.ts';
import type { Doing } from './Doing.ts';

/** What a customer says on the telephone. */
export interface Said {
  readonly outcome: 'paid' | 'disputes';
  readonly notes: string;
  /** business days in which the dispute should be settled */
  readonly settledIn?: number;
}

/** A call that a colleague makes and logs, once; a dispute is of the oldest open invoice. False: it was logged before, or nothing is open. */
export function callOnce({ outcome, notes, settledIn }: Said): (doing: Doing) => Promise<boolean> {
  return async ({ db, workspace, member, debtorId, now }) => {
    const key = `sample:colleague:${outcome}:${debtorId}`;
    if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) return false;
    const oldest = await db.prisma.invoice.findFirst({
      where: { workspaceId: workspace.id, debtorId, outstanding: { gt: 0 } },
      orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
    });
    if (!oldest) return false;
    const targetOn =
      settledIn === undefined
        ? undefined
        : addBusinessDays(workspace.calendar, todayOf(workspace, now), settledIn);
    const dispute = { invoiceId: oldest.id, reason: 'goods' as const, note: notes, targetOn };
    await logCall(db, {
      ...{ workspace, member, key, now },
      call: {
        ...{ debtorId, outcome, notes, direction: 'out', at: now },
        ...(outcome === 'disputes' && { dispute }),
      },
    });
    return true;
  };
}
