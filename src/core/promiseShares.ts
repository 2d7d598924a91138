import { type AllocatableInvoice, type AllocationShare, allocate, oldestFirst } from './allocate.ts';
import type { Money } from './money.ts';

/** An open invoice that a promise is for. */
export interface PromisedInvoice extends AllocatableInvoice {
  /** minor units that are asked for: less what is contested, was given in to, or credits cover; all that is outstanding unless told */
  readonly asked?: bigint | undefined;
}

/** What is asked for of an invoice; minor units. */
export function askedOf({ asked, outstanding }: PromisedInvoice): bigint {
  return asked === undefined || asked > outstanding ? outstanding : asked;
}

/**
 * What promised money pays, oldest first: what is asked for, and only what is left after that goes to what is not. An invoice is
 * paid in full where all that is asked for of it is. `left` is what exceeds everything that is outstanding.
 */
export function promiseShares(
  money: Money,
  invoices: readonly PromisedInvoice[],
): { shares: AllocationShare[]; left: bigint } {
  const asked = allocate(
    money,
    invoices.map((invoice) => ({ ...invoice, outstanding: askedOf(invoice) })),
  );
  const beyond = allocate(
    { ...money, amount: asked.left },
    invoices.map((invoice) => ({ ...invoice, outstanding: invoice.outstanding - askedOf(invoice) })),
  );
  const shares = [...invoices].sort(oldestFirst).flatMap((invoice) => {
    const of = ({ allocations }: typeof asked) =>
      allocations.find(({ invoiceId }) => invoiceId === invoice.id);
    const [first, more] = [of(asked), of(beyond)];
    const amount = (first?.amount ?? 0n) + (more?.amount ?? 0n);
    if (amount === 0n) return [];
    return [{ invoiceId: invoice.id, amount, inFull: first?.inFull ?? more?.inFull ?? false }];
  });
  return { shares, left: beyond.left };
}
