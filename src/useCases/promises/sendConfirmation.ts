import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { notNow } from '../notices/notNow.ts';
import { queueNotice } from '../notices/queueNotice.ts';
import { writeMessage } from '../notices/writeMessage.ts';
import { confirmationsSent } from './confirmationsSent.ts';

/**
 * Mails what was promised to whoever pays, of a plan (`promiseId`: any of its instalments) all that is still to come, and asks for a
 * reply: checked like a notice, at the click and at the moment of sending. However often it is clicked, one mail goes out. Throws DulyError `not_allowed`, `promise_not_found`, `not_now`, `no_recipient`.
 */
export async function sendConfirmation(
  db: Db,
  asking: { workspace: WorkspaceContext; member: Member; promiseId: string; now: Date },
): Promise<LoggedCall> {
  const { workspace, member, promiseId, now } = asking;
  const workspaceId = workspace.id;
  requireMay(member, 'send_reminder');
  return db.transaction(async (tx) => {
    const promise = await tx.prisma.promise.findFirst({ where: { id: promiseId, workspaceId } });
    if (!promise?.activityId) {
      const sentence = 'I do not know this promise any more: nothing is sent.';
      throw new DulyError('promise_not_found', `no promise ${promiseId}`, sentence);
    }
    const { debtorId, activityId } = promise;
    await lockDebtor(tx, workspaceId, debtorId);
    if (!workspace.startedAt) throw notNow(debtorId, 'a manager has not started this workspace yet');
    if ((await confirmationsSent(tx, promise)) > 0)
      return { activityId, debtorId, said: ['The confirmation is on its way already.'] };
    const about = { workspace, debtorId, kind: 'promise_confirmation' as const, promiseId };
    const built = await writeMessage(tx, { ...about, memberId: member.id, now });
    await queueNotice(tx, { workspaceId, debtorId, stepId: null, built, actor: member.id, now });
    return {
      ...{ activityId, debtorId },
      said: [`The confirmation is on its way to ${built.recipient.email}. Log their answer when it comes.`],
    };
  });
}
