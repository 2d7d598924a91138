import type { ContactFact, DebtorFacts } from './facts.ts';

/**
 * The contacts of the other accounts of a group: whom to reach where nobody of the account's own can be (domain.md, *Words*: group). Only
 * among businesses: about a private individual or a sole trader nobody else is ever told.
 */
export function sharedContacts({
  debtor,
  shared = [],
}: Pick<DebtorFacts, 'debtor' | 'shared'>): readonly ContactFact[] {
  return debtor.kind === 'business' ? shared : [];
}
