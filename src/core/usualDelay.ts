import type { Day } from './day.ts';
import type { PaidInvoiceFact } from './facts.ts';

const LAST = 6;
const SPREAD_DAYS = 3;
const LATEST_DAYS = 15;

/**
 * By how many calendar days after the due date a steady late payer usually pays: the median of the last six paid invoices, where
 * each of them lies within three days of it and it is no more than 15 days late (domain.md, *Beside the ladder*). A median between
 * two days counts as the later one. Undefined for everybody who is not late, or not steady.
 */
export function usualDelay(paid: readonly PaidInvoiceFact[], today: Day): number | undefined {
  if (paid.length < LAST) return undefined;
  const last = paid
    .filter(({ paidOn }) => paidOn <= today)
    .sort((a, b) => b.paidOn - a.paidOn || b.dueOn - a.dueOn)
    .slice(0, LAST);
  const days = last.map(({ dueOn, paidOn }) => paidOn - dueOn).sort((a, b) => a - b);
  const [lower, upper] = [days[LAST / 2 - 1], days[LAST / 2]];
  if (last.length < LAST || lower === undefined || upper === undefined) return undefined;
  const median = (lower + upper) / 2;
  const steady = days.every((one) => Math.abs(one - median) <= SPREAD_DAYS);
  return steady && median > 0 && median <= LATEST_DAYS ? Math.ceil(median) : undefined;
}
