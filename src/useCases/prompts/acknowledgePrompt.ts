import { may, requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from './closePrompt.ts';
import { openPromptFor } from './openPromptFor.ts';

/** A member has read what a prompt only tells. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`. */
export async function acknowledgePrompt(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<string> {
  const { workspace, member, promptId, now } = options;
  // finance is told of payments too
  if (!may(member.role, 'record_payment')) requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    const { kind } = await openPromptFor(tx, workspace, promptId, [
      'decide_condition',
      'approval_ended',
      'pass_on',
      'seen_not_come',
      'recall',
      'terms_reminder',
      'promise_reminder',
      'month_end',
      'undelivered',
    ]);
    if (kind === 'decide_condition' || kind === 'seen_not_come') requireMay(member, 'record_payment');
    if (kind === 'recall') requireMay(member, 'manage');
    const outcome = `Noted by ${member.name}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    return outcome;
  });
}
