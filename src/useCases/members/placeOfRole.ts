import type { Rung } from '../../core/policy.ts';
import { rightPerson } from '../../core/rightPerson.ts';
import type { Tx } from '../../db/client.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** Where a role is asked about the whole workspace: that channel, where it is set, else a direct message to the one whose turn it is. */
export async function placeOfRole(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    channel: string | undefined;
    asks: Rung['asks'];
    now: Date;
  },
): Promise<string | undefined> {
  const { workspace, channel, asks, now } = options;
  if (channel !== undefined) return channel;
  const members = await loadMemberFacts(tx, workspace, now);
  const { memberId } = rightPerson({ asks, debtor: {}, members, cannotWait: true });
  if (memberId === undefined) return undefined;
  return (await tx.prisma.member.findUniqueOrThrow({ where: { id: memberId } })).slackUserId;
}
