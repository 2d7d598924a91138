import type { Day } from './day.ts';

/** What was given in to when a dispute ended, and what was taken off its invoice since it was raised. */
export interface GivenIn {
  readonly disputeId: string;
  readonly raisedOn: Day;
  /** minor units */
  readonly amount: bigint;
  readonly takenOff: readonly TakenOff[];
}

/** Something that lowered an invoice; of several disputes about it, each lists all that came since that one. */
export interface TakenOff {
  readonly id: string;
  /** credit: a credit note or a lower amount; ledger: a file that shows less open and does not say why */
  readonly kind: 'credit' | 'ledger';
  /** minor units, above nothing */
  readonly amount: bigint;
}

export interface ToBeCredited {
  /** minor units for which no credit has come, by dispute */
  readonly left: ReadonlyMap<string, bigint>;
  /** ids of what a ledger shows and is taken for the credit */
  readonly shown: ReadonlySet<string>;
}

/**
 * What of the disputes of one invoice is still to be credited, everything counted once. Credits count as far as they go. What a ledger
 * shows may as well be money for the rest: it is the credit only where it is exactly what was to come, so that nobody who
 * pays first is asked for what was given in to.
 */
export function toBeCredited(disputes: readonly GivenIn[]): ToBeCredited {
  const left = new Map(disputes.map(({ disputeId, amount }) => [disputeId, amount]));
  // what came since the last one was raised came since the others too: they take what it does not need
  const lastFirst = [...disputes].sort((a, b) => b.raisedOn - a.raisedOn);
  const used = new Map<string, bigint>();
  for (const { disputeId, takenOff } of lastFirst) {
    for (const { id, kind, amount } of takenOff) {
      if (kind === 'ledger') continue;
      const missing = left.get(disputeId) ?? 0n;
      const free = amount - (used.get(id) ?? 0n);
      const share = free < missing ? free : missing;
      if (share <= 0n) continue;
      left.set(disputeId, missing - share);
      used.set(id, (used.get(id) ?? 0n) + share);
    }
  }
  const shown = new Set<string>();
  const inLedger = lastFirst.flatMap(({ takenOff }) => takenOff.filter(({ kind }) => kind === 'ledger'));
  for (const { id, amount } of new Map(inLedger.map((one) => [one.id, one])).values()) {
    const known = lastFirst.filter(({ takenOff }) => takenOff.some((one) => one.id === id));
    const sum = known.reduce((total, { disputeId }) => total + (left.get(disputeId) ?? 0n), 0n);
    const meant =
      sum === amount ? known : known.filter(({ disputeId }) => left.get(disputeId) === amount).slice(0, 1);
    for (const { disputeId } of meant) left.set(disputeId, 0n);
    if (meant.length > 0) shown.add(id);
  }
  return { left, shown };
}
