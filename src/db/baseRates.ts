import { type BaseRate, shippedBaseRates } from '../core/baseRates.ts';
import { dayOfDate } from '../core/day.ts';
import type { Queries } from './client.ts';

/** The rates that Duly comes with, then those that the workspace entered, which go before them. */
export async function loadBaseRates(tx: Queries, workspaceId: string): Promise<BaseRate[]> {
  const rows = await tx.prisma.baseRate.findMany({ where: { workspaceId }, orderBy: { fromOn: 'asc' } });
  const own = rows.map(({ base, fromOn, basisPoints }) => ({
    base,
    from: dayOfDate(fromOn),
    basisPoints,
  }));
  return [...shippedBaseRates, ...own];
}
