import type { DebtorFact } from '../../core/facts.ts';
import type { PresentMember } from '../../db/letterParties.ts';
import { signerFor } from './signerFor.ts';

/**
 * The id of the member who signs something that is written already: whoever signed it, unless they have left Slack since; then it is asked
 * anew who signs for the account. Another name is another text, so that an approval of the old one is void ("bound to a hash of what was
 * shown", domain.md, *Approvals*). Where nobody is left to sign, the name that stands there stays.
 */
export function signerNow(
  present: readonly PresentMember[],
  debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>,
  signerId: string,
): string {
  if (present.some(({ id }) => id === signerId)) return signerId;
  return signerFor(present, debtor) ?? signerId;
}
