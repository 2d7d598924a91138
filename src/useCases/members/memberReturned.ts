import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { reviewAwaitingApproval } from '../../db/debtors.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { accountDetails, type SlackAccount } from './slackAccount.ts';

/**
 * Whoever had left Slack is back, in the role they had: what is asked about their accounts goes to them again; what somebody else has meanwhile
 * stays there. The other managers are told. The same again, and somebody who had not left, change nothing.
 */
export async function memberReturned(
  tx: Tx,
  options: { workspace: WorkspaceContext; slackUserId: string; account: SlackAccount; now: Date },
): Promise<void> {
  const { workspace, slackUserId, account, now } = options;
  const workspaceId = workspace.id;
  const gone = { workspaceId, slackUserId, leftAt: { not: null } };
  if ((await tx.prisma.member.count({ where: gone })) === 0) return;
  await reviewAwaitingApproval(tx, workspaceId, now);
  const { count } = await tx.prisma.member.updateMany({
    where: gone,
    data: { leftAt: null, ...accountDetails(account) },
  });
  if (count === 0) return;
  const member = await tx.prisma.member.findFirstOrThrow({ where: { workspaceId, slackUserId } });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: member.id,
    action: 'member_returned',
    subjectKind: 'member',
    subjectId: member.id,
    after: { role: member.role },
  });
  const accounts = await tx.prisma.debtor.count({ where: { workspaceId, ownerId: member.id } });
  const theirs = accounts === 1 ? '1 account is theirs' : `${accounts} accounts are theirs`;
  const text = mrkdwn`${member.name} is back in Slack, in the role of before. ${theirs}: what is asked about them goes to ${member.name} again. What others have meanwhile stays with them.`;
  for (const { id, role, slackUserId: to } of await activeMembers(tx, workspaceId)) {
    if (role !== 'manager' || id === member.id) continue;
    const key = `member_returned:${member.id}:${now.toISOString()}:${id}`;
    const payload = { kind: 'slack_post' as const, channel: to, ...message({ text }) };
    await enqueue(tx, { workspaceId, key, payload }, now);
  }
}
