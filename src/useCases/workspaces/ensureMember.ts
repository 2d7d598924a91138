import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewAwaitingApproval } from '../../db/debtors.ts';
import { type AskingMember, memberOfUser } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { memberReturned } from '../members/memberReturned.ts';
import { accountDetails, isOutsider, type SlackAccount } from '../members/slackAccount.ts';

/** The part of a Slack client that is needed here. */
export interface UsersClient {
  readonly users: {
    info(options: { user: string; include_locale: boolean }): Promise<{ user?: SlackAccount | undefined }>;
  };
}

interface Ensuring {
  readonly workspace: WorkspaceContext;
  readonly slackUserId: string;
  readonly client: UsersClient;
  readonly now: Date;
}

/**
 * The member behind a Slack user, made on first sight: admins and owners of the workspace become managers, everybody else
 * a viewer until a manager gives them a role; where no manager is left, the next admin or owner who comes is one. Throws DulyError `not_a_member` for guests, bots and people of other
 * workspaces: debts are not for them.
 */
export async function ensureMember(db: Db, ensuring: Ensuring): Promise<Member> {
  const { workspace, slackUserId } = ensuring;
  const asking = await memberOfUser(db, { workspaceId: workspace.id, slackUserId });
  return ensureAsking(db, { ...ensuring, asking });
}

/** The same where it was read already who it is; a stranger is undefined. */
export async function ensureAsking(
  db: Db,
  { workspace, slackUserId, client, asking, now }: Ensuring & { readonly asking: AskingMember | undefined },
): Promise<Member> {
  const key = { workspaceId_slackUserId: { workspaceId: workspace.id, slackUserId } };
  const known = asking?.member;
  if (known && !known.leftAt && asking.hasManager) return known;
  const { user } = await client.users.info({ user: slackUserId, include_locale: true });
  if (!user || isOutsider(user, workspace)) {
    throw new DulyError(
      'not_a_member',
      `user ${slackUserId} is a guest, a bot or of another workspace`,
      'Duly is for members of this workspace only, not for guests.',
    );
  }
  const isAdmin = Boolean(user.is_admin || user.is_owner);
  if (known && !known.leftAt && !isAdmin) return known;
  return db.transaction(async (tx) => {
    await reviewAwaitingApproval(tx, workspace.id, now);
    if (known) await memberReturned(tx, { workspace, slackUserId, account: user, now });
    const leads = isAdmin && !(await hasManager(tx, workspace.id));
    const member = await tx.prisma.member.upsert({
      where: key,
      update: leads ? { role: 'manager' } : {},
      create: {
        id: newId(),
        workspaceId: workspace.id,
        slackUserId,
        ...{ name: slackUserId, zone: workspace.zone, locale: workspace.locale, ...accountDetails(user) },
        role: isAdmin ? 'manager' : 'viewer',
        capacity: workspace.settings.promptsADay,
        createdAt: now,
      },
    });
    if (!known || leads)
      await recordAudit(tx, {
        workspaceId: workspace.id,
        at: now,
        actor: member.id,
        action: known ? 'role_changed' : 'member_joined',
        subjectKind: 'member',
        subjectId: member.id,
        after: { role: member.role },
      });
    return member;
  });
}

async function hasManager(tx: Tx, workspaceId: string): Promise<boolean> {
  const where = { workspaceId, role: 'manager', leftAt: null };
  return (await tx.prisma.member.count({ where })) > 0;
}
