import type { DebtorFact } from '../../core/facts.ts';
import type { Rung } from '../../core/policy.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/**
 * The id of the member to ask about a debtor; undefined when nobody is there, or when the one whose turn it is has no room
 * today. What cannot wait (`beyondCapacity`) goes to somebody without room, and to somebody away where nobody is there. The
 * member is locked, so that what is asked side by side counts; after the debtor's lock.
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
  const { workspace, debtor, asks, beyondCapacity, now } = options;
  const locked = new Set<string>();
  for (;;) {
    const members = await loadMemberFacts(tx, workspace, now);
    const { memberId, notReached } = rightPerson({ asks, debtor, members, cannotWait: beyondCapacity });
    if (memberId === undefined || (notReached && !beyondCapacity)) return undefined;
    if (locked.has(memberId)) return memberId;
    // somebody else may be giving this member a prompt: counted again once that is done
    await lockMembers(tx, workspace.id, [memberId]);
    locked.add(memberId);
  }
}
