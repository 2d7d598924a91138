import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

/**
 * Somebody noted a reply on an account that is not theirs and could not say what it means: "asks the owner to classify it"
 * (domain.md, *Reply received*), the next morning where nobody is at work. Owners who note it themselves are not asked. Returns
 * whether somebody is.
 */
export async function askToClassify(
  tx: Tx,
  options: { workspace: WorkspaceContext; debtorId: string; activityId: string; member: Member; now: Date },
): Promise<boolean> {
  const { workspace, debtorId, activityId, member, now } = options;
  const debtor = await debtorFact(tx, workspace, debtorId);
  if (debtor.ownerId === undefined || debtor.ownerId === member.id) return false;
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  if (memberId === undefined || memberId === member.id) return false;
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `reply:${activityId}`,
    kind: 'reply',
    memberId,
    reasons: [
      { rule: 'reply', outcome: 'note', sentence: `${member.name} noted a reply, and not what it means` },
    ],
    ...(shown > now && { notBefore: shown }),
    now,
  });
  return true;
}
