import type { Queries } from '../../db/client.ts';
import type { Promise as PromiseRow } from '../../generated/prisma/client.ts';

/** How many mails that confirm a promise went out, are on their way, or perhaps went out. */
export function confirmationsSent(
  tx: Queries,
  { id, workspaceId, debtorId }: Pick<PromiseRow, 'id' | 'workspaceId' | 'debtorId'>,
): Promise<number> {
  return tx.prisma.notice.count({
    where: {
      ...{ workspaceId, debtorId, kind: 'promise_confirmation', state: { in: ['queued', 'unsure', 'sent'] } },
      figures: { path: ['promiseId'], equals: id },
    },
  });
}
