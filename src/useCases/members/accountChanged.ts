import type { Db } from '../../db/client.ts';
import { memberOfUser } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { UsersClient } from '../workspaces/ensureMember.ts';
import { memberLeft } from './memberLeft.ts';
import { memberReturned } from './memberReturned.ts';
import { accountDetails, isOutsider, type SlackAccount } from './slackAccount.ts';

/**
 * Takes over what Slack says of a member now: whoever was deactivated or became a guest has left, whoever is a full member again is
 * asked again; name, zone, language and address are as they are there. Who is no member is nobody's change; the same again
 * changes nothing.
 * @param user the account as the event has it; where that differs Slack is asked how it is now, since events come late and in any order
 */
export async function accountChanged(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    user: SlackAccount & { id: string };
    client: UsersClient;
    now: Date;
  },
): Promise<void> {
  const { workspace, client, now } = options;
  const slackUserId = options.user.id;
  const member = (await memberOfUser(db, { workspaceId: workspace.id, slackUserId }))?.member;
  if (!member || !differs(member, options.user, workspace)) return;
  const { user } = await client.users.info({ user: slackUserId, include_locale: true });
  if (!user || !differs(member, user, workspace)) return;
  if (isOutsider(user, workspace)) {
    await memberLeft(db, { workspace, slackUserId, isGuest: !user.deleted, now });
    return;
  }
  await db.transaction(async (tx) => {
    if (member.leftAt) await memberReturned(tx, { workspace, slackUserId, account: user, now });
    else await tx.prisma.member.update({ where: { id: member.id }, data: accountDetails(user) });
  });
}

function differs(member: Member, user: SlackAccount, workspace: WorkspaceContext): boolean {
  const isOut = isOutsider(user, workspace);
  if (isOut !== (member.leftAt !== null)) return true;
  return (
    !isOut &&
    Object.entries(accountDetails(user)).some(([key, value]) => member[key as keyof Member] !== value)
  );
}
