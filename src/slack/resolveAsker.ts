import type { webApi } from '@slack/bolt';
import { DulyError } from '../core/DulyError.ts';
import { workspaceOfTeam } from '../db/workspaceContext.ts';
import { ensureMember } from '../useCases/workspaces/ensureMember.ts';
import type { Asker } from './Asker.ts';
import type { SlackDeps } from './SlackDeps.ts';

export interface Identity {
  readonly teamId: string;
  readonly userId: string;
}

/** The workspace of a Slack team. Throws DulyError `workspace_not_found` for a team that Duly does not serve. */
export async function resolveWorkspace(deps: SlackDeps, teamId: string) {
  const workspace = await workspaceOfTeam(deps.db, teamId);
  if (!workspace) {
    throw new DulyError(
      'workspace_not_found',
      `no workspace for team ${teamId}`,
      'Duly is not set up in this Slack workspace yet. Ask the person who installed it to start it again.',
    );
  }
  return workspace;
}

/** Workspace and member behind a click. Throws DulyError for guests, strangers and unknown teams. */
export async function resolveAsker(deps: SlackDeps, client: webApi.WebClient, who: Identity): Promise<Asker> {
  const workspace = await resolveWorkspace(deps, who.teamId);
  const now = deps.clock.now();
  const member = await ensureMember(deps.db, { workspace, slackUserId: who.userId, client, now });
  return { deps, workspace, member, client, now };
}
