import { awaitedCredits } from './awaitedCredits.ts';
import { disputeIsOpen, lastDayOf, promiseIsOpen, promiseStands } from './clockStops.ts';
import type { Day } from './day.ts';
import type { DebtorFacts, DisputeFact, HoldFact, PromiseFact } from './facts.ts';

/** Why an open invoice is not collected at present. */
export type Barrier =
  | { readonly kind: 'disputed'; readonly by: DisputeFact }
  | { readonly kind: 'promised'; readonly by: PromiseFact }
  | { readonly kind: 'on_hold' | 'payment_seen' | 'already_paid'; readonly by: HoldFact }
  | { readonly kind: 'missing'; readonly since: Day }
  | { readonly kind: 'write_off' }
  | { readonly kind: 'contested' | 'netted' | 'small_balance' };

/** What recorded facts keep from being collected on a day. */
export interface Barriers {
  /** what keeps every invoice of the debtor from it */
  readonly everywhere?: Barrier | undefined;
  of(invoiceId: string): Barrier | undefined;
  /** minor units of an invoice that a dispute contests in part, or that were given in to and no credit has come for yet */
  contested(invoiceId: string): bigint;
  /** minor units of an invoice that were given in to and that open credit notes are for */
  noted(invoiceId: string): bigint;
}

const WRITE_OFF: Barrier = { kind: 'write_off' };

const noBarriers: Barriers = { of: () => undefined, contested: () => 0n, noted: () => 0n };

/**
 * Write-offs that a manager agreed to, whatever else stands in the way of an invoice; disputes of the whole invoice, open promises that stand and pay it
 * in full, holds, and money that was seen or reported as paid, as they stand on `today`.
 */
export function barriers(facts: DebtorFacts, today: Day): Barriers {
  const { promises, disputes, holds, writeOffs = [] } = facts;
  if (promises.length + disputes.length + holds.length + writeOffs.length === 0) return noBarriers;
  const own = new Map<string, Barrier>();
  const contested = new Map<string, bigint>();
  let everywhere: Barrier | undefined;
  const writtenOff = new Set(writeOffs.flatMap(({ invoiceId, agreed }) => (agreed ? [invoiceId] : [])));
  for (const by of promises) {
    if (!promiseStands(by, today) || !promiseIsOpen(by, today)) continue;
    for (const { invoiceId, inFull } of by.invoices) if (inFull) own.set(invoiceId, { kind: 'promised', by });
  }
  for (const by of holds) {
    if (by.awaitsAgreement || by.fromOn > today || lastDayOf(by) < today) continue;
    const barrier: Barrier = { kind: by.kind === 'hold' ? 'on_hold' : by.kind, by };
    if (by.invoiceId === undefined) everywhere = barrier;
    else own.set(by.invoiceId, barrier);
  }
  for (const by of disputes) {
    if (!disputeIsOpen(by, today)) continue;
    if (by.whole) own.set(by.invoiceId, { kind: 'disputed', by });
    else add(contested, by.invoiceId, by.amount);
  }
  const noted = new Map<string, bigint>();
  for (const credit of awaitedCredits(facts, today)) {
    add(contested, credit.dispute.invoiceId, credit.awaited);
    add(noted, credit.dispute.invoiceId, credit.noted);
  }
  return {
    everywhere,
    of: (id) => (writtenOff.has(id) ? WRITE_OFF : (everywhere ?? own.get(id))),
    contested: (id) => contested.get(id) ?? 0n,
    noted: (id) => noted.get(id) ?? 0n,
  };
}

function add(sums: Map<string, bigint>, invoiceId: string, amount: bigint): void {
  if (amount > 0n) sums.set(invoiceId, (sums.get(invoiceId) ?? 0n) + amount);
}
