import type { Money } from './money.ts';
import type { Settings } from './settings.ts';

type Limits = Pick<Settings, 'smallBalance'>;

/** Invoices of one currency that were overdue when the customer said that it is paid; minor units. */
export interface SaidPaid {
  readonly currency: string;
  /** open of them then */
  readonly overdue: bigint;
  /** open of the same invoices still */
  readonly left: bigint;
  /** what no letter asks for: contested parts of them, and open credit notes of the debtor */
  readonly notAsked: bigint;
}

/** Money of one currency that came; minor units. */
export interface MoneyCame extends Money {
  /** of it, what pays no invoice and is for nothing else */
  readonly unapplied: bigint;
  /** some of it, or of what came before, was taken back meanwhile */
  readonly takenBack: boolean;
}

/** A wait for money that was seen at the bank, or said to be paid, which has no amount. */
export interface Wait {
  readonly id: string;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly since: Date;
  /** the ledger had shown it already */
  readonly confirmed: boolean;
  /** money booked for the debtor since then, reversals taken off, by currency in minor units */
  readonly came: readonly MoneyCame[];
  /** of one that was said */
  readonly said: readonly SaidPaid[];
}

/**
 * Which waits of a debtor the ledger confirms. Seen: what came since adds up to the amount, and money counts for one of them: for
 * those that it confirmed before, then for the oldest. Said: in every currency the invoices that were overdue then are settled, or something
 * came for them, and it covers what is asked for of them, but for what a bank may have kept: less than the small-balance limit, and
 * less than what came. What went to other invoices says nothing. Where nothing was overdue, whatever came.
 */
export function confirmedWaits(waits: readonly Wait[], { smallBalance }: Limits): ReadonlySet<string> {
  const seen = waits
    .filter(({ amount }) => amount !== null)
    .sort((a, b) => Number(b.confirmed) - Number(a.confirmed) || a.since.getTime() - b.since.getTime());
  const covered: Wait[] = [];
  for (const wait of seen) if (areCovered([...covered, wait])) covered.push(wait);
  const said = waits.filter((wait) => wait.amount === null && cameAsSaid(wait, smallBalance));
  return new Set([...covered, ...said].map(({ id }) => id));
}

/** Money that came before a payment was seen cannot be that payment: from each wait on, enough came for it and the later ones. */
function areCovered(waits: readonly Wait[]): boolean {
  return waits.every(({ currency, since, came }) => {
    const later = waits.filter((wait) => wait.currency === currency && wait.since >= since);
    const seen = later.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
    return seen <= (of(came, currency)?.amount ?? 0n);
  });
}

function cameAsSaid({ came, said }: Wait, limits: Limits['smallBalance']): boolean {
  if (said.length === 0) return came.some((money) => money.amount > 0n);
  return said.every((claim) => {
    const { currency, overdue, left } = claim;
    const arrived = overdue - left + (of(came, currency)?.unapplied ?? 0n);
    const short = shortOf(claim, came);
    return (
      left === 0n || (arrived > 0n && (short <= 0n || (short < arrived && short < (limits[currency] ?? 0))))
    );
  });
}

/** What of that which was said to be paid did not come, by currency, in minor units; nothing where it is covered. */
export function shortOfSaid({ came, said }: Pick<Wait, 'came' | 'said'>): Money[] {
  return said
    .map((claim) => ({ currency: claim.currency, amount: shortOf(claim, came) }))
    .filter(({ amount }) => amount > 0n);
}

function shortOf({ currency, left, notAsked }: SaidPaid, came: readonly MoneyCame[]): bigint {
  return left - notAsked - (of(came, currency)?.unapplied ?? 0n);
}

function of(came: readonly MoneyCame[], currency: string | null): MoneyCame | undefined {
  return came.find((money) => money.currency === currency);
}
