import { join } from '../../../blocks/join.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewAwaitingApproval } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { nobodyInRole } from './nobodyInRole.ts';

/**
 * Records that somebody left Slack, or is there as a guest only, to whom debts are not told: nothing of theirs is lost, since from the next heartbeat their prompts go to the deputy or a manager;
 * what they had approved is counted anew; the managers are told, with how to give the accounts to somebody, and when nobody is left in finance or to collect; where no manager is left,
 * everybody who works with accounts is told. The same again changes nothing; who was no member is nobody's loss.
 */
export async function memberLeft(
  db: Db,
  options: { workspace: WorkspaceContext; slackUserId: string; isGuest?: boolean; now: Date },
): Promise<void> {
  const { workspace, slackUserId, isGuest, now } = options;
  const workspaceId = workspace.id;
  await db.transaction(async (tx) => {
    const where = { workspaceId, slackUserId, leftAt: null };
    if ((await tx.prisma.member.count({ where })) === 0) return;
    await reviewAwaitingApproval(tx, workspaceId, now);
    const { count } = await tx.prisma.member.updateMany({ where, data: { leftAt: now } });
    if (count === 0) return;
    const gone = await tx.prisma.member.findFirstOrThrow({ where: { workspaceId, slackUserId } });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: 'duly',
      action: 'member_left',
      subjectKind: 'member',
      subjectId: gone.id,
    });
    const accounts = await tx.prisma.debtor.count({ where: { workspaceId, ownerId: gone.id } });
    const prompts = await tx.prisma.prompt.count({
      where: { workspaceId, memberId: gone.id, state: 'open' },
    });
    const left = await tx.prisma.member.findMany({
      where: { workspaceId, role: { not: 'viewer' }, leftAt: null },
      orderBy: { id: 'asc' },
    });
    const managers = left.filter(({ role }) => role === 'manager');
    const wasTheLast = managers.length === 0 && gone.role === 'manager';
    const emptied = left.some(({ role }) => role === gone.role) ? undefined : nobodyInRole(gone.role);
    const isNothingLeft = accounts + prompts === 0;
    if (isNothingLeft && !wasTheLast && !emptied) return;
    const went = isGuest
      ? mrkdwn`${gone.name} is not a member of this Slack workspace any more, but a guest, and is told of no debts.`
      : mrkdwn`${gone.name} has left Slack.`;
    const theirs = mrkdwn`${went} ${accounts} accounts are still theirs, and ${prompts} prompts were open`;
    const handed = isNothingLeft
      ? went
      : mrkdwn`${theirs}: the prompts go to the deputy or to a manager, so that nothing is forgotten. \`/debt assign @${gone.name} @colleague\` gives the accounts to somebody.`;
    const text =
      managers.length > 0
        ? join([handed, ...(emptied ? [emptied] : [])], ' ')
        : mrkdwn`${theirs}. There is no manager any more: nobody can approve, or give the accounts to somebody. An admin or owner of this Slack workspace types \`/debt\`: that makes them a manager.`;
    for (const told of managers.length > 0 ? managers : left) {
      const key = `member_left:${gone.id}:${now.toISOString()}:${told.id}`;
      const payload = { kind: 'slack_post' as const, channel: told.slackUserId, ...message({ text }) };
      await enqueue(tx, { workspaceId, key, payload }, now);
    }
  });
}
