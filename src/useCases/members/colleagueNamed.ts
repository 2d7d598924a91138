import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** The member behind a mention, one who left Slack included. Throws DulyError `no_member` for somebody whom Duly has never met. */
export async function colleagueNamed(
  tx: Queries,
  workspace: WorkspaceContext,
  slackUserId: string,
): Promise<Member> {
  const key = { workspaceId: workspace.id, slackUserId };
  const found = await tx.prisma.member.findUnique({ where: { workspaceId_slackUserId: key } });
  if (found) return found;
  throw new DulyError(
    'no_member',
    `no member ${slackUserId} in workspace ${workspace.id}`,
    'I do not know this colleague yet: a manager gives them a role in `/debt settings` first.',
  );
}
