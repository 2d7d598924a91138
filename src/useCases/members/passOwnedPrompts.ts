import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import type { OwnedAccount } from '../../db/owners.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { type PromptHolders, passPrompt } from '../prompts/passPrompt.ts';
import { isAskedOfRole } from '../prompts/promptKinds.ts';

/**
 * Hands the open prompts that the former owners of accounts were asked to the new one, one after the other, each with a new time limit and asked of them as the first; what is cut off stays where it was and
 * moves on by its time limit. Answers how many went.
 */
export async function passOwnedPrompts(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    accounts: readonly OwnedAccount[];
    toId: string;
    note: string;
    now: Date;
  },
): Promise<number> {
  const { workspace, accounts, toId, note, now } = options;
  const ownerOf = new Map(accounts.map(({ debtorId, ownerId }) => [debtorId, ownerId]));
  const open = await db.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, state: 'open', debtorId: { in: [...ownerOf.keys()] } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  let passed = 0;
  for (const { id: promptId, kind, debtorId, memberId, details } of open) {
    const { askedBefore = [], heldBefore = [] } = details as PromptHolders;
    // what the owner did not answer, or could not, was the owner's all the same
    const owners = [memberId, ...askedBefore, ...heldBefore].includes(ownerOf.get(debtorId) ?? '');
    if (memberId === toId || !owners || isAskedOfRole(kind)) continue;
    const went = await db.transaction(async (tx) => {
      await lockDebtor(tx, workspace.id, debtorId);
      return passPrompt(tx, {
        ...{ workspace, promptId, note, now },
        fromMemberId: memberId,
        toMemberId: toId,
      });
    });
    if (went) passed += 1;
  }
  return passed;
}
