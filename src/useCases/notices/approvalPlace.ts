import { DulyError } from '../../core/DulyError.ts';
import { isPrivateChannel } from '../../db/channelFacts.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

const PREFIX = 'approval:';

/** The message that a request is. */
export function approvalKey(approvalId: string): string {
  return `${PREFIX}${approvalId}`;
}

/** Where requests are posted. Throws DulyError `no_approvals_channel`. */
export function approvalsChannel({ id, settings }: WorkspaceContext): string {
  const channel = settings.channels.approvals ?? settings.channels.collections;
  if (channel) return channel;
  throw new DulyError(
    'no_approvals_channel',
    `workspace ${id} has no channel for approvals`,
    'No channel is set for approvals yet: a manager can choose one in `/debt settings`.',
  );
}

/**
 * Private individuals are named only in private channels and direct messages. Throws DulyError `approvals_not_private` where
 * the channel for approvals, as Slack last described it, is none.
 */
export async function requirePrivateApprovals(tx: Queries, workspace: WorkspaceContext): Promise<void> {
  const channel = approvalsChannel(workspace);
  if (await isPrivateChannel(tx, workspace.id, channel)) return;
  throw new DulyError(
    'approvals_not_private',
    `request about an individual in ${channel}, which is not private`,
    'This is a private individual, who is named only in private channels: a manager can choose a private channel for approvals in `/debt settings`.',
  );
}

/** The request that stands at this place on Slack; undefined for every other message. */
export async function findApprovalAt(
  tx: Queries,
  workspaceId: string,
  { channel, ts }: { channel: string; ts: string },
): Promise<string | undefined> {
  const found = await tx.prisma.slackMessage.findFirst({
    where: { workspaceId, channel, ts, key: { startsWith: PREFIX } },
    select: { key: true },
  });
  return found?.key.slice(PREFIX.length);
}
