import type { DebtorFact } from '../../core/facts.ts';
import type { PresentMember } from '../../db/letterParties.ts';

/** Says whose name stands under a letter, by id: somebody of those who have not left Slack, the oldest first, wherever one of them may. */
export type ChooseSigner = (present: readonly PresentMember[]) => string;

/**
 * The id of the member whose name stands under what is written about an account, and who may get the answers: its owner, else its
 * deputy, else whoever sends it, else a manager. Nobody who has left Slack signs; being away changes nothing. Undefined when nobody of
 * all these is left.
 */
export function signerFor(
  present: readonly PresentMember[],
  debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>,
  senderId?: string,
): string | undefined {
  const inTurn = [debtor.ownerId, debtor.deputyId, senderId, present.find(isManager)?.id];
  return inTurn.find((id) => present.some((member) => member.id === id));
}

function isManager({ role }: { role: string }): boolean {
  return role === 'manager';
}
