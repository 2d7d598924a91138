import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { notNow } from './notNow.ts';
import { queueNotice } from './queueNotice.ts';
import type { StatementAsking } from './StatementAsking.ts';
import { writeMessage } from './writeMessage.ts';

/**
 * Mails the statement of an account on demand, checked like a notice: at the click and at the moment of sending. However often it is
 * clicked, one mail goes out. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `not_now`, `no_recipient`.
 */
export async function sendStatement(db: Db, asking: StatementAsking): Promise<string> {
  const { workspace, member, debtorId, now } = asking;
  requireMay(member, 'send_reminder');
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    if (!workspace.startedAt) throw notNow(debtorId, 'a manager has not started this workspace yet');
    const onItsWay = await tx.prisma.notice.count({
      where: { workspaceId: workspace.id, debtorId, kind: 'statement', state: { in: ['queued', 'unsure'] } },
    });
    if (onItsWay > 0) return 'A statement is on its way already.';
    const about = { workspace, debtorId, kind: 'statement' as const, memberId: member.id };
    const built = await writeMessage(tx, { ...about, now });
    await queueNotice(tx, {
      workspaceId: workspace.id,
      debtorId,
      stepId: null,
      built,
      actor: member.id,
      now,
    });
    return `On its way to ${built.recipient.email}.`;
  });
}
