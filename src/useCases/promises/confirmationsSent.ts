import type { Queries } from '../../db/client.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';

/** How many mails that confirm a promise, or the plan that it is an instalment of, went out, are on their way, or perhaps went out. */
export async function confirmationsSent(
  tx: Queries,
  { id, workspaceId, debtorId, planId }: Pick<PromiseRow, 'id' | 'workspaceId' | 'debtorId' | 'planId'>,
): Promise<number> {
  const about = { workspaceId, debtorId };
  const together = planId
    ? await tx.prisma.promise.findMany({ where: { ...about, planId }, select: { id: true } })
    : [{ id }];
  return tx.prisma.notice.count({
    where: {
      ...{ ...about, kind: 'promise_confirmation', state: { in: ['queued', 'unsure', 'sent'] } },
      OR: together.map((promise) => ({ figures: { path: ['promiseId'], equals: promise.id } })),
    },
  });
}
