import type { Day } from './day.ts';
import type { Money } from './money.ts';

export interface AllocatableInvoice {
  readonly id: string;
  readonly number: string;
  readonly dueOn: Day;
  readonly currency: string;
  /** minor units; credit notes and paid invoices take nothing */
  readonly outstanding: bigint;
}

export interface AllocationShare {
  readonly invoiceId: string;
  readonly amount: bigint;
  /** nothing of the invoice stays open */
  readonly inFull: boolean;
}

/**
 * Spreads money over open invoices of its currency, oldest due date first, then by number. Never more than the money, and
 * never more than an invoice has open; `left` is what stays unapplied. Negative money pays nothing.
 */
export function allocate(
  money: Money,
  invoices: readonly AllocatableInvoice[],
): { allocations: AllocationShare[]; left: bigint } {
  const allocations: AllocationShare[] = [];
  let left = money.amount;
  for (const { id, currency, outstanding } of [...invoices].sort(oldestFirst)) {
    if (left <= 0n) break;
    if (currency !== money.currency || outstanding <= 0n) continue;
    const amount = outstanding < left ? outstanding : left;
    allocations.push({ invoiceId: id, amount, inFull: amount === outstanding });
    left -= amount;
  }
  return { allocations, left };
}

/** Order in which invoices are paid and carried: the earlier due date, then the number. */
export function oldestFirst(
  a: { readonly dueOn: Day; readonly number: string },
  b: { readonly dueOn: Day; readonly number: string },
): number {
  return a.dueOn - b.dueOn || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}
