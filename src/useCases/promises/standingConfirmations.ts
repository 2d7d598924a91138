import type { Tx } from '../../db/client.ts';
import type { CallTrace } from '../calls/callConsequences.ts';

export interface Confirmations {
  /** ids of the promises that they confirmed */
  readonly confirmed: ReadonlySet<string>;
  /** ids of the promises that those took the place of */
  readonly replaced: ReadonlySet<string>;
}

/** What a debtor's replies confirm, except those that were taken back. */
export async function standingConfirmations(
  tx: Tx,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<Confirmations> {
  const own = { workspaceId, debtorId, kind: 'reply' };
  const replies = await tx.prisma.activity.findMany({ where: { ...own, outcome: 'will_pay' } });
  const gone = new Set(replies.map(({ reversesId }) => reversesId));
  const traces = replies
    .filter(({ id, reversesId }) => reversesId === null && !gone.has(id))
    .map(({ details }) => details as CallTrace);
  return {
    confirmed: new Set(traces.flatMap(({ confirmedPromises = [] }) => confirmedPromises)),
    replaced: new Set(traces.flatMap(({ replacedPromises = [] }) => replacedPromises)),
  };
}
