import { type Barrier, type Barriers, barriers } from './barriers.ts';
import { type ClockStops, clockStops } from './clockStops.ts';
import { addDays, type Day } from './day.ts';
import { effectiveDays } from './effectiveDays.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import { openCredits } from './openCredits.ts';
import type { Settings } from './settings.ts';
import { isSmallBalance } from './smallBalance.ts';

type SmallBalances = Pick<Settings, 'smallBalance'>;

/** An open invoice that is overdue or in the pre-due window. */
export interface OpenItem {
  readonly invoice: InvoiceFact;
  readonly effectiveDays: number;
  /** minor units that may be collected: outstanding less what is contested in part, less credits set against it */
  amount: bigint;
  /** why it is not collected at present; absent when it is collectable */
  barrier?: Barrier;
}

/** What of a debtor's ledger the policy may act on. */
export interface Collectable {
  readonly items: readonly OpenItem[];
  readonly stops: ClockStops;
  /** after netting something is overdue or in the window, whatever pauses it: the case is open */
  readonly caseShouldBeOpen: boolean;
}

/**
 * The invoices overdue or within `window` days of their due date, with what may be collected of each: the
 * credits that count are set against collectable items of their currency (for deciding only), those that serve what was given in to
 * against that, the others oldest first, and what is left below the small-balance limit is not chased.
 */
export function collectable(
  facts: DebtorFacts,
  { today, window, settings }: { today: Day; window: number; settings: SmallBalances },
): Collectable {
  const stops = clockStops(facts, today);
  const barrier = barriers(facts, today);
  const items: OpenItem[] = [];
  for (const invoice of facts.invoices) {
    if (invoice.outstanding <= 0n || addDays(invoice.dueOn, -window) > today) continue;
    const days = effectiveDays(invoice.dueOn, today, stops.of(invoice.id));
    const item: OpenItem = { invoice, effectiveDays: days, amount: invoice.outstanding };
    items.push(item);
    const found = missing(invoice, today) ?? barrier.of(invoice.id);
    if (found) item.barrier = found;
    else {
      lower(item, barrier.contested(invoice.id), 'contested', settings);
      if (!item.barrier) lower(item, barrier.noted(invoice.id), 'netted', settings);
    }
  }
  const credits = creditByCurrency(facts, today);
  if (credits) {
    const noted = notedByCurrency(facts, barrier);
    for (const [currency, credit] of credits)
      setOff(items, currency, credit - (noted.get(currency) ?? 0n), settings);
  }
  return { items, stops, caseShouldBeOpen: somethingIsDue(items, credits) };
}

function missing({ missingSince }: InvoiceFact, today: Day): Barrier | undefined {
  return missingSince !== undefined && missingSince <= today
    ? { kind: 'missing', since: missingSince }
    : undefined;
}

function lower(item: OpenItem, by: bigint, kind: 'contested' | 'netted', settings: SmallBalances): void {
  if (by > 0n) item.amount = by < item.amount ? item.amount - by : 0n;
  if (item.amount === 0n) item.barrier = { kind };
  else if (isSmallBalance(item.invoice, item.amount, settings)) item.barrier = { kind: 'small_balance' };
}

function creditByCurrency(facts: DebtorFacts, today: Day): Map<string, bigint> | undefined {
  let sums: Map<string, bigint> | undefined;
  for (const { currency, amount } of openCredits(facts, today)) {
    sums ??= new Map();
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  return sums;
}

/** What of the credits is for parts that were given in to: it is set off there, and nowhere else. */
function notedByCurrency({ invoices }: DebtorFacts, { noted }: Barriers): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { id, currency } of invoices) {
    const amount = noted(id);
    if (amount > 0n) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  return sums;
}

function setOff(items: OpenItem[], currency: string, credit: bigint, settings: SmallBalances) {
  const targets = items
    .filter(({ invoice, barrier }) => !barrier && invoice.currency === currency)
    .sort((a, b) => a.invoice.dueOn - b.invoice.dueOn || (a.invoice.number < b.invoice.number ? -1 : 1));
  let left = credit;
  for (const item of targets) {
    if (left === 0n) return;
    const used = left < item.amount ? left : item.amount;
    left -= used;
    lower(item, used, 'netted', settings);
  }
}

function somethingIsDue(items: readonly OpenItem[], credits: Map<string, bigint> | undefined): boolean {
  if (!credits) return items.length > 0;
  const left = new Map(credits);
  for (const { invoice } of items) {
    const rest = (left.get(invoice.currency) ?? 0n) - invoice.outstanding;
    if (rest < 0n) return true;
    left.set(invoice.currency, rest);
  }
  return false;
}
