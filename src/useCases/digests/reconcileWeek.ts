import { addDays, type Day } from '../../core/day.ts';
import { type Reconciled, type ReconciliationLine, reconcile } from '../../core/reconcile.ts';
import type { Queries } from '../../db/client.ts';
import { lateBookings } from '../../db/lateBookings.ts';
import { type PastDueLessDisputed, pastDueLessDisputed } from '../../db/pastDueLessDisputed.ts';
import { weekEvents } from '../../db/weekEvents.ts';

export type WeekReconciliation = ReconciliationLine & Pick<Reconciled, 'residue'>;

/**
 * Past due less disputed from Sunday to Sunday, per currency. Each line comes from its own facts; what they do not explain
 * stands in `residue`, which is an error.
 * @param monday the week's first day
 * @param stored what the digest of the week before closed with, by currency: the opening; what facts learnt since make of it is
 *   a correction, but for what was booked late
 * @param storedAt when that was worked out: what counts from before the week and was booked after it has lines of its own
 */
export async function reconcileWeek(
  tx: Queries,
  options: {
    workspaceId: string;
    monday: Day;
    stored?: ReadonlyMap<string, bigint> | undefined;
    storedAt?: Date | undefined;
  },
): Promise<WeekReconciliation[]> {
  const { workspaceId, monday, stored, storedAt } = options;
  const [from, to] = [addDays(monday, -1), addDays(monday, 6)];
  const before = await pastDueLessDisputed(tx, { workspaceId, day: from });
  const after = await pastDueLessDisputed(tx, { workspaceId, day: to });
  const events = await weekEvents(tx, { workspaceId, from, to });
  const lates = storedAt ? await lateBookings(tx, { workspaceId, day: from, since: storedAt }) : [];
  const currencies = new Set([...before, ...after, ...events, ...lates].map(({ currency }) => currency));
  for (const [currency, amount] of stored ?? []) if (amount !== 0n) currencies.add(currency);
  const lines = [...currencies].sort().map((currency): ReconciliationLine => {
    const start = figuresOf(before, currency);
    const end = figuresOf(after, currency);
    const week = events.find((line) => line.currency === currency) ?? { ...nothing, currency };
    const late = lates.find((line) => line.currency === currency) ?? { cash: 0n, credits: 0n };
    const known = start.pastDue - start.disputed;
    const opening = stored ? (stored.get(currency) ?? 0n) : known;
    return {
      ...week,
      opening,
      cashBookedLate: late.cash,
      creditsBookedLate: late.credits,
      disputesReleased: start.disputed - end.disputed,
      corrections: week.corrections + known - opening + late.cash + late.credits,
      closing: end.pastDue - end.disputed,
    };
  });
  const checked = reconcile(lines);
  return lines.map((line, index) => ({ ...line, residue: checked[index]?.residue ?? 0n }));
}

function figuresOf(figures: readonly PastDueLessDisputed[], currency: string) {
  return figures.find((line) => line.currency === currency) ?? { pastDue: 0n, disputed: 0n };
}

const nothing = {
  newlyOverdue: 0n,
  paymentsReversed: 0n,
  debitNotes: 0n,
  cashAllocated: 0n,
  creditsAllocated: 0n,
  writtenOff: 0n,
  dueDateChanges: 0n,
  corrections: 0n,
};
