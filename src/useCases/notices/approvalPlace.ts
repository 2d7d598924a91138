import { DulyError } from '../../core/DulyError.ts';
import { isPrivateChannel } from '../../db/channelFacts.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whereItGoes } from '../../delivery/whereItGoes.ts';

const PREFIX = 'approval:';

/** What is said where a request cannot stand in the channel for approvals. */
export const NOT_PRIVATE =
  'This is a private individual, who is named only in private channels: a manager can choose a private channel for approvals in `/debt settings`.';

/** The message that a request is. */
export function approvalKey(approvalId: string): string {
  return `${PREFIX}${approvalId}`;
}

/** Where requests are posted. Throws DulyError `no_approvals_channel`. */
export function approvalsChannel(workspace: WorkspaceContext): string {
  const channel = channelOf(workspace);
  if (channel) return channel;
  throw new DulyError(
    'no_approvals_channel',
    `workspace ${workspace.id} has no channel for approvals`,
    'No channel is set for approvals yet: a manager can choose one in `/debt settings`.',
  );
}

/**
 * Whether a request about an account may stand where it stands, and in the channel for approvals: about a private individual only
 * where no others read along.
 */
export async function mayStandInApprovals(
  tx: Queries,
  workspace: WorkspaceContext,
  {
    kind,
    approvalId,
  }: { readonly kind: string /** absent while nothing is asked yet */; readonly approvalId?: string },
): Promise<boolean> {
  const channel = channelOf(workspace);
  if (kind !== 'individual' || !channel) return true;
  if (!(await isPrivateChannel(tx, workspace.id, channel))) return false;
  if (approvalId === undefined) return true;
  const message = { workspaceId: workspace.id, messageKey: approvalKey(approvalId), channel };
  return (await whereItGoes(tx, message)).isPrivate;
}

/**
 * Private individuals are named only in private channels and direct messages. Throws DulyError `approvals_not_private` where
 * the channel for approvals, as Slack last described it, is none.
 */
export async function requirePrivateApprovals(tx: Queries, workspace: WorkspaceContext): Promise<void> {
  const channel = approvalsChannel(workspace);
  if (await mayStandInApprovals(tx, workspace, { kind: 'individual' })) return;
  throw new DulyError(
    'approvals_not_private',
    `request about an individual in ${channel}, which is not private`,
    NOT_PRIVATE,
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

function channelOf({ settings }: WorkspaceContext): string | undefined {
  return settings.channels.approvals ?? settings.channels.collections;
}
