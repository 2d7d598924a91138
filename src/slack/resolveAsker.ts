import type { webApi } from '@slack/bolt';
import { DulyError } from '../core/DulyError.ts';
import { askerOf } from '../db/asker.ts';
import { workspaceOfTeam } from '../db/workspaceContext.ts';
import { ensureAsking } from '../useCases/workspaces/ensureMember.ts';
import type { Asker } from './Asker.ts';
import type { SlackDeps } from './SlackDeps.ts';

export interface Identity {
  readonly teamId: string;
  readonly userId: string;
}

/** The workspace of a Slack team. Throws DulyError `workspace_not_found` for a team that Duly does not serve. */
export async function resolveWorkspace(deps: SlackDeps, teamId: string) {
  const workspace = await workspaceOfTeam(deps.db, teamId);
  if (!workspace) throw unknownTeam(teamId);
  return workspace;
}

function unknownTeam(teamId: string): DulyError {
  return new DulyError(
    'workspace_not_found',
    `no workspace for team ${teamId}`,
    'Duly is not set up in this Slack workspace yet. Ask the person who installed it to start it again.',
  );
}

/** Workspace and member behind a click. Throws DulyError for guests, strangers and unknown teams. */
export async function resolveAsker(deps: SlackDeps, client: webApi.WebClient, who: Identity): Promise<Asker> {
  const { teamId, userId: slackUserId } = who;
  const found = await askerOf(deps.db, { teamId, slackUserId });
  if (!found) throw unknownTeam(teamId);
  const { workspace, asking } = found;
  const now = deps.clock.now();
  const member = await ensureAsking(deps.db, { workspace, slackUserId, client, asking, now });
  return { deps, workspace, member, client, now };
}
