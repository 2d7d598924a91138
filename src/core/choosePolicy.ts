import type { AppliesTo } from './appliesTo.ts';
import type { DebtorFact, InvoiceFact } from './facts.ts';
import { isForKind } from './isForKind.ts';

type Chosen = { readonly key: string; readonly appliesTo: AppliesTo };

/** What the choice of a policy looks at. */
export interface Owing {
  readonly debtor: Pick<DebtorFact, 'kind' | 'country' | 'tags'>;
  readonly invoices: readonly Pick<InvoiceFact, 'currency' | 'outstanding'>[];
}

/**
 * The policy for a debtor: of those whose conditions it fits the narrowest. A tag is narrower than an amount, an amount than a
 * country, a country than a kind; of two amounts the higher one; then the key decides, so that the same debtor always gets the
 * same. Undefined when none is for it.
 */
export function choosePolicy<P extends Chosen>(policies: readonly P[], facts: Owing): P | undefined {
  let best: P | undefined;
  for (const policy of policies) {
    if (fits(policy.appliesTo, facts) && (!best || isNarrower(policy, best, facts))) best = policy;
  }
  return best;
}

function fits(appliesTo: AppliesTo, facts: Owing): boolean {
  const { countries, owesAtLeast, tags } = appliesTo;
  const { debtor } = facts;
  return (
    isForKind(appliesTo, debtor.kind) &&
    (countries.length === 0 || countries.includes(debtor.country)) &&
    (tags.length === 0 || tags.some((tag) => debtor.tags?.includes(tag))) &&
    (isEmpty(owesAtLeast) || reached(owesAtLeast, facts) > 0)
  );
}

function isNarrower(a: Chosen, b: Chosen, facts: Owing): boolean {
  const [narrowA, narrowB] = [narrowness(a.appliesTo), narrowness(b.appliesTo)];
  if (narrowA !== narrowB) return narrowA > narrowB;
  const [atA, atB] = [reached(a.appliesTo.owesAtLeast, facts), reached(b.appliesTo.owesAtLeast, facts)];
  return atA === atB ? a.key < b.key : atA > atB;
}

function narrowness({ kinds, countries, owesAtLeast, tags }: AppliesTo): number {
  return (
    (tags.length > 0 ? 8 : 0) +
    (isEmpty(owesAtLeast) ? 0 : 4) +
    (countries.length > 0 ? 2 : 0) +
    (kinds.length > 0 ? 1 : 0)
  );
}

/** The highest of the limits that what is open reaches, in minor units; 0 for none. */
function reached(limits: AppliesTo['owesAtLeast'], { invoices }: Owing): number {
  let highest = 0;
  for (const [currency, limit] of Object.entries(limits)) {
    let open = 0n;
    for (const invoice of invoices) if (invoice.currency === currency) open += invoice.outstanding;
    if (open >= limit && limit > highest) highest = limit;
  }
  return highest;
}

function isEmpty(limits: AppliesTo['owesAtLeast']): boolean {
  for (const _ in limits) return false;
  return true;
}
