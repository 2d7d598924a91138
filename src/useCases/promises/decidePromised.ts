import { dateOfDay, dayOfDate } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { earlierPromises, replaceEarlier } from './replaceEarlier.ts';
import type { Replaced } from './replacePromises.ts';

/**
 * A manager agrees to a promise or a plan that waits for it, and what it was to take the place of ends; or does not, and it is cancelled while
 * what stands beside it goes on. Undefined where nothing of it waits any more. The caller holds the debtor's lock.
 */
export async function decidePromised(
  tx: Tx,
  decision: {
    workspace: WorkspaceContext;
    promiseId?: string | undefined;
    planId?: string | undefined;
    agrees: boolean;
    now: Date;
  },
): Promise<Replaced | undefined> {
  const { workspace, promiseId = '', planId, agrees, now } = decision;
  const waits = { workspaceId: workspace.id, state: 'open', agreed: false };
  const where = { ...waits, ...(planId ? { planId } : { id: promiseId }) };
  const promises = await tx.prisma.promise.findMany({ where, include: { invoices: true } });
  const [first] = promises;
  if (!first) return undefined;
  const today = dateOfDay(todayOf(workspace, now));
  if (agrees) {
    await tx.prisma.promise.updateMany({ where, data: { agreed: true, agreedOn: today } });
    const agreed = promises.map((promise) => ({ ...promise, agreed: true }));
    return replaceEarlier(tx, { workspace, promises: agreed, madeOn: dayOfDate(first.madeOn), now });
  }
  const cancelled = { state: 'cancelled', endedOn: today };
  await tx.prisma.promise.updateMany({ where, data: cancelled });
  if (planId) await tx.prisma.plan.update({ where: { id: planId }, data: cancelled });
  const earlier = await earlierPromises(tx, { workspace, promises });
  return { promiseIds: [], stand: earlier.length > 0 };
}
