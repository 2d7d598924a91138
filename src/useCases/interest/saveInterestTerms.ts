import { isDeepStrictEqual } from 'node:util';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { interestSchema, readSettings, type Settings } from '../../core/settings.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { type Member, Prisma } from '../../generated/prisma/client.ts';
import type { InterestTerms } from './InterestTerms.ts';
import { keepBaseRate } from './keepBaseRate.ts';
import { reviewRequested } from './reviewRequested.ts';

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
    const { rate } = change.wanted;
    const openedAt = new Date(change.shown.at);
    const entered = rate !== undefined && (await keepBaseRate(tx, rate, { ...change, openedAt }));
    if (terms || entered) await reviewRequested(tx, change);
  });
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
