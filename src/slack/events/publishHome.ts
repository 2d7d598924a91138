import { dateInstant } from '../../../blocks/dateInstant.ts';
import { homeTab } from '../../../blocks/home/homeTab.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { loadWorkspace } from '../../db/workspaceContext.ts';
import { loadHome } from '../../useCases/workspaces/loadHome.ts';
import type { Asker } from '../Asker.ts';

/** Shows a member their Home tab as things stand now, changed settings included. */
export async function publishHome({ deps, workspace, member, client, now }: Asker): Promise<void> {
  const [current, self] = await Promise.all([
    loadWorkspace(deps.db, workspace.id),
    deps.db.prisma.member.findUniqueOrThrow({ where: { id: member.id } }),
  ]);
  const view = await loadHome(deps.db, { workspace: current, member: self, now });
  const footnote = mrkdwn`As at ${dateInstant(now)}. \`/debt help\` says what I can do.`;
  await client.views.publish({ user_id: member.slackUserId, view: homeTab({ ...view, footnote }) });
}
