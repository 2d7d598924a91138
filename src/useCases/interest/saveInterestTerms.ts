import { dateOfDay, isoDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prisma } from '../../generated/prisma/client.ts';
import type { InterestTerms } from './InterestTerms.ts';

export interface InterestChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly wanted: InterestTerms;
  readonly now: Date;
}

/**
 * Sets on what late-payment interest stands from now on, and a base rate where one was entered; each on record with what it was
 * before. Saving the same again changes nothing. Throws DulyError `not_allowed` unless the member may manage.
 */
export async function saveInterestTerms(db: Db, change: InterestChange): Promise<void> {
  requireMay(change.member, 'manage');
  await db.transaction(async (tx) => {
    await tx.execute('SELECT id FROM workspace WHERE id = $1 FOR UPDATE', [change.workspace.id]);
    const terms = await keepTerms(tx, change);
    const rate = await keepRate(tx, change);
    if (terms || rate) await reviewRequested(tx, change);
  });
}

/** Letters that wait for approval may state other interest now: their debtors are looked at again at once. */
async function reviewRequested(tx: Tx, { workspace, now }: InterestChange): Promise<void> {
  const waiting = await tx.prisma.approval.findMany({
    where: { workspaceId: workspace.id, state: { in: ['open', 'approved'] } },
    select: { debtorId: true },
  });
  for (const debtorId of new Set(waiting.map((approval) => approval.debtorId)))
    await reviewSoon(tx, workspace.id, debtorId, now);
}

async function keepTerms(tx: Tx, { workspace, member, wanted, now }: InterestChange): Promise<boolean> {
  const { id } = workspace;
  const row = await tx.prisma.workspace.findUniqueOrThrow({ where: { id } });
  const stored = row.settings as Prisma.JsonObject;
  const before = workspace.settings.interest;
  const after = { contractBasisPoints: wanted.contractBasisPoints, law: wanted.law };
  if (before.contractBasisPoints === after.contractBasisPoints && before.law === after.law) return false;
  await tx.prisma.workspace.update({ where: { id }, data: { settings: { ...stored, interest: after } } });
  await recordAudit(tx, {
    workspaceId: id,
    at: now,
    actor: member.id,
    action: 'interest_terms_changed',
    subjectKind: 'workspace',
    subjectId: id,
    before,
    after,
  });
  return true;
}

async function keepRate(tx: Tx, { workspace, member, wanted, now }: InterestChange): Promise<boolean> {
  if (!wanted.rate) return false;
  const { base, from, basisPoints } = wanted.rate;
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
