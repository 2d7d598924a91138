import type { Day } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';

/** What can be promised in one currency, minor units: open items that are not disputed as a whole. */
export interface OpenAmount {
  readonly currency: string;
  readonly overdue: bigint;
  readonly open: bigint;
}

/** What can be promised, by currency: the `first` one before all, then those with most overdue. */
export function openByCurrency(
  { invoices, disputes }: Pick<DebtorFacts, 'invoices' | 'disputes'>,
  today: Day,
  first: string | undefined,
): OpenAmount[] {
  const disputed = new Set(
    disputes.filter(({ whole, endedOn }) => whole && endedOn === undefined).map(({ invoiceId }) => invoiceId),
  );
  const totals = new Map<string, OpenAmount>();
  for (const { id, currency, outstanding, dueOn } of invoices) {
    if (outstanding <= 0n || disputed.has(id)) continue;
    const { overdue = 0n, open = 0n } = totals.get(currency) ?? {};
    const late = dueOn < today ? outstanding : 0n;
    totals.set(currency, { currency, overdue: overdue + late, open: open + outstanding });
  }
  const rank = (each: OpenAmount) => (each.currency === first ? 1 : 0);
  return [...totals.values()].sort(
    (a, b) => rank(b) - rank(a) || Number(b.overdue - a.overdue) || (a.currency < b.currency ? -1 : 1),
  );
}
