import type { AllocatableInvoice } from './allocate.ts';
import type { Day } from './day.ts';
import { indexNames } from './indexNames.ts';
import { bareNumber, numbersIn, plainNumber } from './numbersIn.ts';
import type { LedgerMoney } from './replaceLedgerMoney.ts';

export interface LedgerDebtor {
  readonly id: string;
  readonly account: string;
  readonly name: string;
}

export interface LedgerInvoice extends AllocatableInvoice {
  readonly debtorId: string;
  /** what only ledger files say was paid, the first shown first */
  readonly ledgerMoney?: readonly LedgerMoney[];
}

export interface BookedPayment {
  readonly id: string;
  readonly debtorId?: string | undefined;
  readonly currency: string;
  /** minor units */
  readonly amount: bigint;
  /** the part that was taken back already */
  readonly reversed: bigint;
  readonly valueOn: Day;
  readonly reference?: string | undefined;
  readonly payerName?: string | undefined;
}

/** One creditor's ledger, prepared for matching many bank lines; invoices that are paid may and should be in it. */
export interface LedgerIndex {
  readonly payments: readonly BookedPayment[];
  debtor(id: string): LedgerDebtor | undefined;
  /** open invoices of a debtor, any currency */
  openOf(debtorId: string): readonly LedgerInvoice[];
  /** invoices of a debtor of which ledger files have shown something as paid, any currency */
  shownPaidOf(debtorId: string): readonly LedgerInvoice[];
  /** invoices whose number a reference names */
  namedInvoices(reference: string): LedgerInvoice[];
  /** debtors whose account number a reference names */
  namedAccounts(reference: string): LedgerDebtor[];
  /** debtors of that name: only those of the same name where there are any, else those of a like one */
  debtorsLike(name: string): readonly LedgerDebtor[];
}

/** Builds the index; cost is linear in the ledger. */
export function indexLedger(ledger: {
  readonly debtors: readonly LedgerDebtor[];
  readonly invoices: readonly LedgerInvoice[];
  readonly payments: readonly BookedPayment[];
}): LedgerIndex {
  const debtors = new Map(ledger.debtors.map((debtor) => [debtor.id, debtor]));
  const byNumber = grouped(ledger.invoices, (invoice) => [plainNumber(invoice.number)]);
  const byBareNumber = grouped(ledger.invoices, (invoice) => bareNumber(invoice.number) ?? []);
  const byAccount = grouped(ledger.debtors, (debtor) => [plainNumber(debtor.account)]);
  const open = grouped(
    ledger.invoices.filter((invoice) => invoice.outstanding > 0n),
    (invoice) => [invoice.debtorId],
  );
  const shownPaid = grouped(
    ledger.invoices.filter((invoice) => invoice.ledgerMoney),
    (invoice) => [invoice.debtorId],
  );
  return {
    payments: ledger.payments,
    debtor: (id) => debtors.get(id),
    openOf: (debtorId) => open.get(debtorId) ?? [],
    shownPaidOf: (debtorId) => shownPaid.get(debtorId) ?? [],
    namedInvoices: (reference) =>
      numbersIn(
        reference,
        (plain, bare) => byNumber.get(plain) ?? (bare ? byBareNumber.get(plain) : undefined),
      ).flat(),
    namedAccounts: (reference) => numbersIn(reference, (plain) => byAccount.get(plain)).flat(),
    debtorsLike: indexNames(ledger.debtors),
  };
}

function grouped<T>(items: readonly T[], keys: (item: T) => string | readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set([keys(item)].flat())) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
