import type { DebtorFact } from '../../core/facts.ts';
import type { Rung } from '../../core/policy.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { KnownMembers } from '../../db/KnownMembers.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

export interface Asks {
  readonly workspace: WorkspaceContext;
  readonly debtor: Pick<DebtorFact, 'ownerId' | 'deputyId'>;
  readonly asks: Rung['asks'];
  readonly beyondCapacity?: boolean;
  readonly now: Date;
}

/** As `memberAsked`, their id. */
export async function whoIsAsked(tx: Tx, asking: Asks): Promise<string | undefined> {
  return (await memberAsked(tx, asking))?.id;
}

/**
 * The member to ask about a debtor; undefined when nobody is there, or when the one whose turn it is has no room
 * today. What cannot wait (`beyondCapacity`) goes to somebody without room, and to somebody away where nobody is there. The
 * member is locked, so that what is asked side by side counts; after the debtor's lock.
 */
export async function memberAsked(tx: Tx, asking: Asks): Promise<Member | undefined> {
  const { workspace, debtor, asks, beyondCapacity, now } = asking;
  const known = tx.members ?? new KnownMembers();
  for (;;) {
    const members = await known.facts(() => loadMemberFacts(tx, workspace, now));
    const { memberId, notReached } = rightPerson({ asks, debtor, members, cannotWait: beyondCapacity });
    if (memberId === undefined || (notReached && !beyondCapacity)) return undefined;
    const chosen = known.locked.get(memberId);
    if (chosen) return chosen;
    // somebody else may be giving this member a prompt: counted again once that is done
    known.lock(await lockMembers(tx, workspace.id, [memberId]));
  }
}
