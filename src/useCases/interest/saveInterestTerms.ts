import { isDeepStrictEqual } from 'node:util';
import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay, isoDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { interestSchema, readSettings, type Settings } from '../../core/settings.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { type Member, Prisma } from '../../generated/prisma/client.ts';
import type { InterestTerms } from './InterestTerms.ts';

interface Changed {
  readonly subjectKind: 'workspace' | 'creditor';
  readonly subjectId: string;
  readonly before: Settings['interest'] | null;
  readonly after: Settings['interest'] | null;
}

export interface InterestChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly wanted: InterestTerms;
  /** the terms that the member saw; null: a creditor had none of its own */
  readonly shown: ShownForm;
  readonly now: Date;
}

/**
 * Sets on what late-payment interest stands from now on, for the team or for one creditor, and a base rate where one was entered;
 * each on record with what it was before. Saving the same again changes nothing. Throws DulyError `not_allowed` unless the member
 * may manage, `changed_meanwhile`, `creditor_not_found`.
 */
export async function saveInterestTerms(db: Db, change: InterestChange): Promise<void> {
  requireMay(change.member, 'manage');
  await db.transaction(async (tx) => {
    await lockWorkspace(tx, change.workspace.id);
    const terms = await (change.wanted.creditorId === undefined ? keepTerms : keepOwnTerms)(tx, change);
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

async function keepTerms(tx: Tx, change: InterestChange): Promise<boolean> {
  const { id } = change.workspace;
  const row = await tx.prisma.workspace.findUniqueOrThrow({ where: { id } });
  const before = readSettings(row.settings).interest;
  const after = change.wanted.terms;
  if (after === null || isDeepStrictEqual(before, after)) return false;
  await requireUnchanged(tx, change, { subjectId: id, before, after });
  const settings = { ...(row.settings as Prisma.JsonObject), interest: after };
  await tx.prisma.workspace.update({ where: { id }, data: { settings } });
  await record(tx, change, { subjectKind: 'workspace', subjectId: id, before, after });
  return true;
}

async function keepOwnTerms(tx: Tx, change: InterestChange): Promise<boolean> {
  const { workspace, wanted } = change;
  const { creditorId: subjectId = '', terms: after } = wanted;
  const row = await tx.prisma.creditor.findFirst({ where: { id: subjectId, workspaceId: workspace.id } });
  if (!row) {
    const sentence = 'That creditor does not exist any more.';
    throw new DulyError('creditor_not_found', `creditor ${subjectId} of ${workspace.id}`, sentence);
  }
  const before = row.interest ? interestSchema.parse(row.interest) : null;
  if (isDeepStrictEqual(before, after)) return false;
  await requireUnchanged(tx, change, { subjectId, before, after });
  const data = { interest: after ?? Prisma.DbNull };
  await tx.prisma.creditor.update({ where: { id: subjectId }, data });
  await record(tx, change, { subjectKind: 'creditor', subjectId, before, after });
  return true;
}

function requireUnchanged(
  tx: Tx,
  { workspace, shown }: InterestChange,
  { subjectId, before: stands, after: wanted }: Omit<Changed, 'subjectKind'>,
): Promise<void> {
  const actions = ['interest_terms_changed'];
  return requireAsShown(tx, { workspaceId: workspace.id, shown, stands, wanted, actions, subjectId });
}

/** Terms that are null are the team's. */
function record(
  tx: Tx,
  { workspace, member, now }: InterestChange,
  { before, after, ...subject }: Changed,
): Promise<void> {
  const team = { terms: 'those of the team' };
  return recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action: 'interest_terms_changed',
    ...subject,
    before: before ?? team,
    after: after ?? team,
  });
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
