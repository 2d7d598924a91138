import { barriers } from '../../core/barriers.ts';
import type { OpenItem } from '../../core/collectable.ts';
import type { Day } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { MissingRate } from '../../core/interest.ts';
import { interestFree } from '../../core/interestFree.ts';
import type { Settings } from '../../core/settings.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { NoticeInterest } from '../../notices/NoticeData.ts';
import { lateInterest } from './lateInterest.ts';

/**
 * Late-payment interest that may be claimed on these items of an account up to and including `until`, and the base rates that are missing
 * for some; none on what is contested in part, nor on what credits cover.
 */
export async function claimedInterest(
  tx: Queries,
  claim: {
    readonly workspace: WorkspaceContext;
    readonly facts: DebtorFacts;
    readonly items: readonly OpenItem[];
    /** the creditor's terms */
    readonly interest: Settings['interest'];
    readonly today: Day;
    readonly until: Day;
  },
): Promise<{
  readonly stated: NoticeInterest[];
  readonly missing: { readonly number: string; readonly rate: MissingRate }[];
}> {
  const { workspace, facts, items, interest, today, until } = claim;
  const known = barriers(facts, today);
  const invoices = items.map(({ invoice }) => invoice).filter(({ id }) => known.contested(id) === 0n);
  const setOff = interestFree(facts, { items, today });
  const all = await lateInterest(tx, { workspace, debtor: facts.debtor, interest, invoices, setOff, until });
  const stated: NoticeInterest[] = [];
  const missing: { number: string; rate: MissingRate }[] = [];
  for (const { invoice, basis, found } of all) {
    const { number, currency } = invoice;
    if ('missing' in found) missing.push({ number, rate: found });
    else stated.push({ ...found, number, currency, basis });
  }
  return { stated, missing };
}
