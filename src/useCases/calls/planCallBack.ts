import { DulyError } from '../../core/DulyError.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { keepStopped } from '../conditions/keepStopped.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { whenSentence } from './whenSentence.ts';

/**
 * Plans a call that the customer asked for: the member is reminded at that time, unless the account is stopped. Returns sentences for the
 * member. The caller holds the debtor's lock.
 */
export async function planCallBack(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    activityId: string;
    member: Member;
    at: Date;
    now: Date;
  },
): Promise<string[]> {
  const { workspace, debtorId, activityId, member, at, now } = options;
  if (at <= now) {
    throw new DulyError(
      'call_back_past',
      'a call-back in the past',
      'The call-back lies in the past: choose a later time.',
    );
  }
  const when = whenSentence(at, member);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: `call_back:${activityId}`,
    kind: 'call_back',
    memberId: member.id,
    reasons: [
      { rule: 'call_back', outcome: 'note', sentence: `They asked to be called back on ${when} (your time)` },
    ],
    notBefore: at,
    now,
  });
  if (await keepStopped(tx, { workspace, debtorId, now })) {
    return [`They asked to be called back on ${when}. The account is stopped: nobody is asked to call.`];
  }
  return [`You will be reminded to call back on ${when}.`];
}
