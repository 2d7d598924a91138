import { isDeepStrictEqual } from 'node:util';
import { requireMay } from '../../core/permissions.ts';
import { readSettings } from '../../core/settings.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewAllSoon } from '../../db/debtors.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { activeMembers, changeCapacity, lockMembers } from '../../db/members.ts';
import { lookThroughAnew } from '../../db/recordsKept.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prisma } from '../../generated/prisma/client.ts';
import { yearsOf } from '../records/yearsOf.ts';
import { type Limits, limitsOf } from './Limits.ts';

export interface LimitsChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly wanted: Limits;
  /** the limits that the member saw */
  readonly shown: ShownForm;
  readonly now: Date;
}

/**
 * Sets the limits within which the team works, on record with what they were; all accounts are looked at again at once, open
 * requests for approval among them. Members who had the usual number of prompts a day have the new one. Where records are kept for another time
 * all of them are looked through anew, and of what is to be erased the managers are told again. Saving the same again
 * changes nothing. Throws DulyError `not_allowed` unless the member may manage, `changed_meanwhile`.
 */
export async function saveLimits(
  db: Db,
  { workspace, member, wanted, shown, now }: LimitsChange,
): Promise<void> {
  requireMay(member, 'manage');
  const { id } = workspace;
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, id);
    const row = await tx.prisma.workspace.findUniqueOrThrow({ where: { id } });
    const before = limitsOf(readSettings(row.settings));
    if (isDeepStrictEqual(before, wanted)) return;
    const form = { workspaceId: id, shown, stands: before, wanted, actions: ['limits_changed'] };
    await requireAsShown(tx, form);
    const settings = withLimits(row.settings as Prisma.JsonObject, wanted);
    await tx.prisma.workspace.update({ where: { id }, data: { settings } });
    await reviewAllSoon(tx, id, now);
    await keepCapacity(tx, id, { from: before.promptsADay, to: wanted.promptsADay });
    if (!isDeepStrictEqual(yearsOf({ settings: before }), yearsOf({ settings: wanted })))
      await lookThroughAnew(tx, id);
    await recordAudit(tx, {
      workspaceId: id,
      at: now,
      actor: member.id,
      action: 'limits_changed',
      subjectKind: 'workspace',
      subjectId: id,
      before,
      after: wanted,
    });
  });
}

/** The stored settings with these limits; what is as by default is not stored, so that it stays the default. */
function withLimits(stored: Prisma.JsonObject, wanted: Limits): Prisma.InputJsonObject {
  const usual = limitsOf(readSettings({}));
  const others = Object.entries(stored).filter(([name]) => !(name in usual));
  const set = Object.entries(wanted).filter(
    ([name, limit]) => !isDeepStrictEqual(limit, usual[name as keyof Limits]),
  );
  return Object.fromEntries([...others, ...set]) as Prisma.InputJsonObject;
}

async function keepCapacity(
  tx: Tx,
  workspaceId: string,
  change: { readonly from: number; readonly to: number },
): Promise<void> {
  if (change.from === change.to) return;
  const members = await activeMembers(tx, workspaceId);
  await lockMembers(
    tx,
    workspaceId,
    members.map(({ id }) => id),
  );
  await changeCapacity(tx, workspaceId, change);
}
