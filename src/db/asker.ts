import type { Queries } from './client.ts';
import { type AskingMember, askingRow, askingSql } from './members.ts';
import { contextOf, WORKSPACE_COLUMNS, type WorkspaceContext, workspaceRow } from './workspaceContext.ts';

const row = workspaceRow.extend({ asking: askingRow.nullable() });

/**
 * The workspace of a Slack team with the member behind a Slack user in it, undefined for a stranger, in one question; undefined for a team
 * that Duly does not serve.
 */
export async function askerOf(
  tx: Queries,
  { teamId, slackUserId }: { teamId: string; slackUserId: string },
): Promise<{ workspace: WorkspaceContext; asking: AskingMember | undefined } | undefined> {
  const [found] = await tx.sql(
    row,
    `SELECT ${WORKSPACE_COLUMNS}, (SELECT row_to_json(m) FROM (${askingSql('w.id')}) m) AS asking
     FROM workspace w WHERE w.team_id = $1`,
    [teamId, slackUserId],
  );
  return found && { workspace: contextOf(found), asking: found.asking ?? undefined };
}
