import { requireMay } from '../../core/permissions.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewAwaitingApproval } from '../../db/debtors.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { activeMembers, lockMembers } from '../../db/members.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import { loadWorkspace, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prisma } from '../../generated/prisma/client.ts';
import { tellOfRoles } from '../members/tellOfRoles.ts';
import { ensureMember, type UsersClient } from './ensureMember.ts';
import { loadSettings } from './loadSettings.ts';
import { moveMessages } from './moveMessages.ts';
import { givenRoles, inOneOrder, type WorkspaceSettings } from './WorkspaceSettings.ts';

export interface SettingsChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly client: UsersClient;
  readonly wanted: WorkspaceSettings;
  /** the settings that the member saw (`inOneOrder`) */
  readonly shown: ShownForm;
  readonly now: Date;
}

/**
 * Sets channels, times, place, the usual kind of new accounts, and roles; settings that are not asked for here stay. Each change is on record with what it
 * was before, and the managers are told what a role that is gone leaves behind; what could not be posted in a channel goes to the one chosen instead; where place or times changed all debtors are looked at again, where roles did those with a request for approval. Throws DulyError `not_allowed`
 * unless the member may manage, `not_a_member` for guests among the roles, `changed_meanwhile`.
 */
export async function saveSettings(db: Db, change: SettingsChange): Promise<void> {
  const { workspace, member, client, wanted, now } = change;
  requireMay(member, 'manage');
  const named = new Map<string, string>();
  for (const role of givenRoles) for (const slackUserId of wanted.roles[role]) named.set(slackUserId, role);
  for (const slackUserId of named.keys()) await ensureMember(db, { workspace, slackUserId, client, now });
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, workspace.id);
    await requireAsShown(tx, {
      workspaceId: workspace.id,
      shown: change.shown,
      stands: inOneOrder(await loadSettings(tx, await loadWorkspace(tx, workspace.id))),
      wanted: inOneOrder(wanted),
      actions: ['settings_changed', 'role_changed'],
    });
    await keepPlace(tx, change);
    await keepRoles(tx, change, named);
  });
}

async function keepPlace(tx: Tx, { workspace, member, wanted, now }: SettingsChange): Promise<void> {
  const { zone, country, region, currency, dailyDigestAt, promptsAt, weeklyDigestAt } = wanted;
  const { defaultDebtorKind, statements, monthClosesOn } = wanted;
  const closingDays = [...wanted.closingDays];
  const before = await loadWorkspace(tx, workspace.id);
  const row = await tx.prisma.workspace.findUniqueOrThrow({ where: { id: workspace.id } });
  const stored = row.settings as Prisma.JsonObject;
  const channels = withoutEmpty({ ...before.settings.channels, ...wanted.channels });
  const times = { dailyDigestAt, promptsAt, weeklyDigestAt, closingDays };
  const settings = { ...stored, channels, ...times, defaultDebtorKind, statements, monthClosesOn };
  const place = { zone, country, region: region ?? null, currency: currency ?? null };
  const old = {
    zone: before.zone,
    country: before.country,
    region: before.region ?? null,
    currency: before.currency ?? null,
  };
  if (same({ ...old, ...stored }, { ...place, ...settings })) return;
  await tx.prisma.workspace.update({ where: { id: workspace.id }, data: { ...place, settings } });
  await moveMessages(tx, { before, after: await loadWorkspace(tx, workspace.id), now });
  await tx.prisma.debtor.updateMany({
    where: { workspaceId: workspace.id, nextReviewAt: { not: null } },
    data: { nextReviewAt: now },
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'settings_changed',
    subjectKind: 'workspace',
    subjectId: workspace.id,
    before: { ...old, settings: stored },
    after: { ...place, settings },
  });
}

async function keepRoles(
  tx: Tx,
  { workspace, member, now }: SettingsChange,
  named: ReadonlyMap<string, string>,
): Promise<void> {
  const members = await activeMembers(tx, workspace.id);
  const roleOf = ({ slackUserId }: Member) => named.get(slackUserId) ?? 'viewer';
  const changed = members.filter((known) => roleOf(known) !== known.role);
  if (changed.length > 0) await reviewAwaitingApproval(tx, workspace.id, now);
  await lockMembers(
    tx,
    workspace.id,
    members.map(({ id }) => id),
  );
  for (const known of changed) {
    const role = roleOf(known);
    await tx.prisma.member.update({ where: { id: known.id }, data: { role } });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'role_changed',
      subjectKind: 'member',
      subjectId: known.id,
      before: { role: known.role },
      after: { role },
    });
  }
  if (changed.length > 0) await tellOfRoles(tx, { workspace, changed, now });
}

function withoutEmpty(channels: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, id] of Object.entries(channels)) if (id) set[name] = id;
  return set;
}

function same(a: object, b: object): boolean {
  const ordered = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return ordered(a) === ordered(b);
}
