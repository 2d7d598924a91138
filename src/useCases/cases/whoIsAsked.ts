import type { DebtorFact } from '../../core/facts.ts';
import type { Rung } from '../../core/policy.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * The id of the member to ask about a debtor; undefined when nobody is there, or when the one whose turn it is has no room
 * today. What cannot wait (`beyondCapacity`) goes to somebody without room, and to somebody away where nobody is there.
 */
export async function whoIsAsked(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>;
    asks: Rung['asks'];
    beyondCapacity?: boolean;
    now: Date;
  },
): Promise<string | undefined> {
  const { workspace, debtor, asks, now } = options;
  const members = await loadMemberFacts(tx, workspace, now);
  const { memberId, notReached } = rightPerson({
    asks,
    debtor,
    members,
    cannotWait: options.beyondCapacity,
  });
  return notReached && !options.beyondCapacity ? undefined : memberId;
}
