import { join } from '../../../blocks/join.ts';
import type { Markup } from '../../../blocks/Markup.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { newId } from '../../core/newId.ts';
import { may } from '../../core/permissions.ts';
import type { Tx } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { nobodyInRole } from './nobodyInRole.ts';

/**
 * Tells the managers what roles that were changed leave behind: accounts and prompts of somebody who collects no more, and a role that nobody
 * has any more.
 * @param changed members whose role is another now, as they were before
 */
export async function tellOfRoles(
  tx: Tx,
  { workspace, changed, now }: { workspace: WorkspaceContext; changed: readonly Member[]; now: Date },
): Promise<void> {
  const workspaceId = workspace.id;
  const members = await activeMembers(tx, workspaceId);
  const lines: Markup[] = [];
  for (const { id, name, role } of changed) {
    const present = members.find((member) => member.id === id)?.role ?? 'viewer';
    if (!may(role, 'send_reminder') || may(present, 'send_reminder')) continue;
    const accounts = await tx.prisma.debtor.count({ where: { workspaceId, ownerId: id } });
    const prompts = await tx.prisma.prompt.count({ where: { workspaceId, memberId: id, state: 'open' } });
    if (accounts + prompts === 0) continue;
    lines.push(
      mrkdwn`${name} does not collect any more. ${accounts} accounts are still theirs, and ${prompts} prompts are open with them, which go to the deputy or to a manager when they are late. \`/debt assign @${name} @colleague\` gives the accounts to somebody at once.`,
    );
  }
  for (const role of new Set(changed.map((member) => member.role)))
    if (!members.some((member) => member.role === role))
      lines.push(...[nobodyInRole(role)].filter((line) => line !== undefined));
  if (lines.length === 0) return;
  const changeId = newId();
  const said = message({ text: join(lines) });
  for (const { id, slackUserId } of members.filter(({ role }) => role === 'manager')) {
    const payload = { kind: 'slack_post' as const, channel: slackUserId, ...said };
    await enqueue(tx, { workspaceId, key: `roles:${changeId}:${id}`, payload }, now);
  }
}
