import type { Day } from '../../core/day.ts';
import type { DebtorFacts, InvoiceFact } from '../../core/facts.ts';
import { type Interest, interestOn, type MissingRate } from '../../core/interest.ts';
import { type InterestBasis, interestBasis } from '../../core/interestBasis.ts';
import type { Settings } from '../../core/settings.ts';
import { allocatedByDay } from '../../db/allocatedByDay.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Queries } from '../../db/client.ts';
import { loadStatutes } from '../../db/statutes.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Late-payment interest on one invoice, or the base rate that is missing for it. */
export interface LateInterest {
  readonly invoice: InvoiceFact;
  readonly basis: InterestBasis;
  readonly found: Interest | MissingRate;
}

/**
 * Interest on those of these open invoices that are past due on `until` and may bear any, up to and including that day, oldest
 * first. What open credits cover, or was given in to, bears none, from the beginning: it was never owed, or we hold the money. Invoices without a contract's rate or a statute are left out, and so is everything of a customer who is no business.
 */
export async function lateInterest(
  tx: Queries,
  options: {
    workspace: WorkspaceContext;
    debtor: DebtorFacts['debtor'];
    /** the creditor's terms */
    interest: Settings['interest'];
    invoices: readonly InvoiceFact[];
    /** what of them bears none, by id, in minor units: see `interestFree` */
    setOff: ReadonlyMap<string, bigint>;
    until: Day;
  },
): Promise<LateInterest[]> {
  const { workspace, debtor, interest, until } = options;
  const late = options.invoices.filter(({ outstanding, dueOn }) => outstanding > 0n && dueOn < until);
  if (late.length === 0 || debtor.kind !== 'business') return [];
  const statutes = await loadStatutes(tx, workspace.id);
  const bearing = late.flatMap((invoice) => {
    const { country } = workspace;
    const { issuedOn } = invoice;
    const basis = interestBasis({ debtorKind: debtor.kind, issuedOn, country, interest, statutes });
    return basis ? [{ invoice, basis }] : [];
  });
  if (bearing.length === 0) return [];
  const rates = await loadBaseRates(tx, workspace.id);
  const ids = bearing.map(({ invoice }) => invoice.id);
  const received = await allocatedByDay(tx, workspace.id, ids);
  return bearing.map(({ invoice, basis }) => {
    const { id, dueOn } = invoice;
    const setOff = { on: dueOn, amount: options.setOff.get(id) ?? 0n };
    const owed = { ...invoice, received: [setOff, ...(received.get(id) ?? [])] };
    return { invoice, basis, found: interestOn(owed, { basis, rates, until }) };
  });
}
