import { type Barriers, barriers } from './barriers.ts';
import { collectable, type OpenItem } from './collectable.ts';
import { creditSetAgainst } from './creditSetAgainst.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, InvoiceFact } from './facts.ts';
import { openCredits } from './openCredits.ts';
import type { Settings } from './settings.ts';

/** What is left to collect of an invoice past due, and too little to be chased. */
export interface SmallBalance {
  readonly invoice: InvoiceFact;
  /** minor units: what is open of it, less the credits that are set against it */
  readonly left: bigint;
  /** it is small only after open credits, which the ledger has not set against it yet */
  readonly isNet: boolean;
}

/**
 * The invoices of an account that may be written off because too little is left of them, the oldest first. What rests is not among them
 * (promised, disputed, on hold, seen or said to be paid, not in the last file), nor what open credits cover, what somebody proposed to write
 * off, or anything of an account that is handed off.
 */
export function smallBalancesOf(
  facts: DebtorFacts,
  { today, settings }: { today: Day; settings: Pick<Settings, 'smallBalance'> },
): SmallBalance[] {
  if (facts.handedOff) return [];
  const known = barriers(facts, today);
  const { items } = collectable(facts, { today, window: 0, settings });
  const spare = spareCredits(facts, { items, known, today });
  const proposed = new Set(facts.writeOffs?.map(({ invoiceId }) => invoiceId));
  return items
    .filter(({ invoice: { id, dueOn }, barrier }) => {
      const isSmall = barrier?.kind === 'small_balance' && dueOn < today;
      return isSmall && known.contested(id) === 0n && !proposed.has(id);
    })
    .sort((a, b) => a.invoice.dueOn - b.invoice.dueOn || (a.invoice.number < b.invoice.number ? -1 : 1))
    .flatMap(({ invoice, amount }) => {
      const credit = spare.get(invoice.currency) ?? 0n;
      const used = credit < amount ? credit : amount;
      spare.set(invoice.currency, credit - used);
      const left = amount - used;
      return left > 0n ? [{ invoice, left, isNet: left < invoice.outstanding }] : [];
    });
}

/** Open credits that nothing else uses, by currency: what is too small to be chased is covered by them last. */
function spareCredits(
  facts: DebtorFacts,
  { items, known, today }: { items: readonly OpenItem[]; known: Barriers; today: Day },
): Map<string, bigint> {
  const spare = new Map<string, bigint>();
  const add = (currency: string, amount: bigint) => spare.set(currency, (spare.get(currency) ?? 0n) + amount);
  for (const { currency, amount } of openCredits(facts, today)) add(currency, amount);
  if (spare.size === 0) return spare;
  const used = new Map(items.map((item) => [item.invoice.id, creditSetAgainst(item, known)]));
  for (const { id, currency } of facts.invoices) {
    const [against, noted] = [used.get(id) ?? 0n, known.noted(id)];
    add(currency, against > noted ? -against : -noted);
  }
  for (const [currency, amount] of spare) if (amount < 0n) spare.set(currency, 0n);
  return spare;
}
