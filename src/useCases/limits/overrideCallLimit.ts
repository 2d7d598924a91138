import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { callLimitOf } from './callLimitOf.ts';
import { type OverrideGiven, recordOverride } from './recordOverride.ts';

/**
 * Lets the call of a prompt be made today in spite of a house limit, with the reason on record. Where the call is allowed, or the same
 * form came before, nothing is recorded. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`, `no_override`.
 */
export async function overrideCallLimit(
  db: Db,
  override: OverrideGiven & {
    readonly workspace: WorkspaceContext;
    readonly member: Pick<Member, 'id' | 'role'>;
    readonly promptId: string;
    readonly now: Date;
  },
): Promise<void> {
  const { workspace, member, promptId, reason, key, now } = override;
  requireMay(member, 'log_activity');
  const workspaceId = workspace.id;
  await db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId);
    const limit = await callLimitOf(tx, { workspace, prompt, now });
    if (!limit) return;
    const { contact, says } = limit;
    const { debtorId } = prompt;
    await recordOverride(tx, {
      ...{ workspaceId, debtorId, memberId: member.id, promptId, reason, key, now },
      ...{ of: { contactId: contact.id }, limit: says },
    });
    await lockMembers(tx, workspaceId, [prompt.memberId]);
    await updatePromptMessage(tx, { workspace, promptId, now });
  });
}
