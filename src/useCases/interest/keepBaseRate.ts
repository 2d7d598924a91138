import { type BaseRate, baseRateName } from '../../core/baseRates.ts';
import { dateOfDay, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { requireNotEnteredSince } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/**
 * Enters a base rate for a half-year, or corrects it, on record with what it was before; under the workspace's lock. False where it is that
 * already. Throws DulyError `changed_meanwhile` where a colleague entered another value after the window was opened.
 */
export async function keepBaseRate(
  tx: Tx,
  { base, from, basisPoints }: BaseRate,
  by: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    /** when the window in which it was typed was opened */
    readonly openedAt: Date;
    readonly now: Date;
  },
): Promise<boolean> {
  const { workspace, member, openedAt, now } = by;
  const workspaceId = workspace.id;
  const key = { workspaceId, base, fromOn: dateOfDay(from) };
  const where = { workspaceId_base_fromOn: key };
  const before = await tx.prisma.baseRate.findUnique({ where });
  if (before?.basisPoints === basisPoints) return false;
  const actions = ['base_rate_entered'];
  const subjectId = `${base} ${isoDay(from)}`;
  const what = `the ${baseRateName(base)} for the half-year from ${shortDay(from, member.locale)}`;
  await requireNotEnteredSince(tx, {
    ...{ workspaceId, openedAt, memberId: member.id, actions, subjectId, what },
  });
  const data = { basisPoints, memberId: member.id, recordedAt: now };
  await tx.prisma.baseRate.upsert({ where, create: { ...key, ...data }, update: data });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: member.id,
    action: 'base_rate_entered',
    subjectKind: 'base_rate',
    subjectId,
    before: { basisPoints: before?.basisPoints ?? null },
    after: { basisPoints },
  });
  return true;
}
