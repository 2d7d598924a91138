import type { ContactFact, DebtorKind } from './facts.ts';

/**
 * Whether a contact is somebody else than the customer, who is never told that money is owed (domain.md, *Contact rules*). At a
 * business nobody on file is. A private individual or sole trader is on file as who pays or as who decides; everybody else is another
 * person, and so is a shared mailbox at a private individual, which others read. A sole trader's own mailbox belongs to the trade.
 */
export function isThirdParty(
  { role, isMailbox }: Pick<ContactFact, 'role' | 'isMailbox'>,
  kind: DebtorKind,
): boolean {
  if (kind === 'business') return false;
  return !(role === 'payables' || role === 'director') || (isMailbox && kind === 'individual');
}
