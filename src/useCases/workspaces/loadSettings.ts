import type { Queries } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { GivenRole, WorkspaceSettings } from './WorkspaceSettings.ts';

/** What is set now. */
export async function loadSettings(tx: Queries, workspace: WorkspaceContext): Promise<WorkspaceSettings> {
  const members = await activeMembers(tx, workspace.id);
  const having = (role: GivenRole) =>
    members.filter((member) => member.role === role).map(({ slackUserId }) => slackUserId);
  const { settings, zone, country, region, currency } = workspace;
  const { collections, approvals, finance, accountManagers, imports } = settings.channels;
  return {
    channels: { collections, approvals, finance, accountManagers, imports },
    dailyDigestAt: settings.dailyDigestAt,
    promptsAt: settings.promptsAt,
    weeklyDigestAt: settings.weeklyDigestAt,
    zone,
    country,
    region,
    currency,
    defaultDebtorKind: settings.defaultDebtorKind ?? 'individual',
    closingDays: settings.closingDays,
    statements: settings.statements,
    monthClosesOn: settings.monthClosesOn,
    roles: {
      manager: having('manager'),
      collector: having('collector'),
      finance: having('finance'),
      account_manager: having('account_manager'),
    },
  };
}
