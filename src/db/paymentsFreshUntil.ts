import { type Day, dayOfDate } from '../core/day.ts';
import type { Queries } from './client.ts';

/** As-of day of the last payment or ledger import that was applied, whether or not it held a payment. */
export async function paymentsFreshUntil(tx: Queries, workspaceId: string): Promise<Day | undefined> {
  const { _max } = await tx.prisma.ledgerImport.aggregate({
    where: { workspaceId, status: 'applied' },
    _max: { asOf: true },
  });
  return _max.asOf ? dayOfDate(_max.asOf) : undefined;
}
