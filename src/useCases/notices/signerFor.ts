import type { DebtorFact } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';

/**
 * The id of the member whose name stands under what is written about an account, and who may get the answers: its owner, else its
 * deputy, else whoever sends it, else a manager. Nobody who has left Slack signs; being away changes nothing. Undefined when nobody of
 * all these is left.
 */
export async function signerFor(
  tx: Queries,
  workspaceId: string,
  debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>,
  senderId?: string,
): Promise<string | undefined> {
  const members = await activeMembers(tx, workspaceId);
  const inTurn = [debtor.ownerId, debtor.deputyId, senderId, members.find(isManager)?.id];
  return inTurn.find((id) => members.some((member) => member.id === id));
}

function isManager({ role }: { role: string }): boolean {
  return role === 'manager';
}
