import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { lockDebtors } from '../../db/groups.ts';
import { statementAccounts } from '../groups/statementInputs.ts';
import { notNow } from './notNow.ts';
import { queueNotice } from './queueNotice.ts';
import type { StatementAsking } from './StatementAsking.ts';
import { writeStatement } from './writeStatement.ts';

/**
 * Mails the statement of an account, with those of its group, on demand, checked like a notice: at the click and at the moment of sending. However often it is
 * clicked, one mail goes out. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `not_now`, `no_recipient`.
 */
export async function sendStatement(db: Db, asking: StatementAsking): Promise<string> {
  const { workspace, member, debtorId, now } = asking;
  requireMay(member, 'send_reminder');
  return db.transaction(async (tx) => {
    const accounts = await statementAccounts(tx, workspace.id, debtorId);
    await lockDebtors(tx, workspace.id, accounts);
    await lockDebtor(tx, workspace.id, debtorId);
    if (!workspace.startedAt) throw notNow(debtorId, 'a manager has not started this workspace yet');
    const onItsWay = await tx.prisma.notice.count({
      where: {
        ...{ workspaceId: workspace.id, kind: 'statement', state: { in: ['queued', 'unsure'] } },
        OR: [{ debtorId }, { figures: { path: ['accounts'], array_contains: [debtorId] } }],
      },
    });
    if (onItsWay > 0) return 'A statement is on its way already.';
    const built = await writeStatement(tx, asking);
    await queueNotice(tx, {
      workspaceId: workspace.id,
      debtorId: built.input.facts.debtor.id,
      stepId: null,
      built,
      actor: member.id,
      now,
    });
    const { accounts: together = [] } = built.figures;
    const all = together.length > 1 ? ` with ${together.length} accounts of the group in it` : '';
    return `On its way to ${built.recipient.email}${all}.`;
  });
}
