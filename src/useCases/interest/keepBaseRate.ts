import type { BaseRate } from '../../core/baseRates.ts';
import { dateOfDay, isoDay } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';

/**
 * Enters a base rate for a half-year, or corrects it, on record with what it was before; under the workspace's lock. False where it is that
 * already.
 */
export async function keepBaseRate(
  tx: Tx,
  { base, from, basisPoints }: BaseRate,
  by: { readonly workspace: WorkspaceContext; readonly member: Member; readonly now: Date },
): Promise<boolean> {
  const { workspace, member, now } = by;
  const workspaceId = workspace.id;
  const key = { workspaceId, base, fromOn: dateOfDay(from) };
  const where = { workspaceId_base_fromOn: key };
  const before = await tx.prisma.baseRate.findUnique({ where });
  if (before?.basisPoints === basisPoints) return false;
  const data = { basisPoints, memberId: member.id, recordedAt: now };
  await tx.prisma.baseRate.upsert({ where, create: { ...key, ...data }, update: data });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actor: member.id,
    action: 'base_rate_entered',
    subjectKind: 'base_rate',
    subjectId: `${base} ${isoDay(from)}`,
    before: { basisPoints: before?.basisPoints ?? null },
    after: { basisPoints },
  });
  return true;
}
