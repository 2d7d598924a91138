import { isDeepStrictEqual } from 'node:util';
import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { type Creditor, type Member, Prisma } from '../../generated/prisma/client.ts';
import { accountEnding } from './accountEnding.ts';
import type { Letterhead } from './Letterhead.ts';
import { letterheadOf } from './letterheadOf.ts';
import { tellManagersOfBank } from './tellManagersOfBank.ts';

export interface LetterheadChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** undefined: the first creditor of a workspace that has none yet */
  readonly creditorId: string | undefined;
  readonly wanted: Letterhead;
  /** the letterhead that the member saw; absent: there was no creditor yet */
  readonly shown: ShownForm | undefined;
  readonly now: Date;
}

/**
 * Sets what a creditor's letters show from now on. It is on record which fields changed, and the end of the account number, never
 * the values. New bank details are told to every other manager, so that nobody leads the money away unseen. Answers how many were
 * told. Throws DulyError `not_allowed` unless the member may manage, `changed_meanwhile`, `creditor_not_found`, `bad_creditor` for a name that another
 * creditor has.
 */
export async function saveLetterhead(db: Db, change: LetterheadChange): Promise<{ told: number }> {
  const { workspace, member, wanted, now } = change;
  requireMay(member, 'manage');
  return db.transaction(async (tx) => {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('creditor ' || $1, 0))`, [workspace.id]);
    const creditor = await creditorOf(tx, change);
    const before = letterheadOf(creditor);
    await requireAsShown(tx, {
      workspaceId: workspace.id,
      shown: change.shown,
      stands: before,
      wanted,
      actions: ['letterhead_changed'],
      subjectId: creditor.id,
    });
    const changed = (Object.keys(wanted) as (keyof Letterhead)[]).filter(
      (field) => !isDeepStrictEqual(wanted[field], before[field]),
    );
    if (changed.length === 0) return { told: 0 };
    await tx.prisma.creditor.update({
      where: { id: creditor.id },
      data: {
        name: wanted.name,
        address: wanted.address ?? null,
        email: wanted.email ?? null,
        phone: wanted.phone ?? null,
        letterhead: wanted.smallPrint ?? null,
        bankDetails: wanted.bank ?? Prisma.DbNull,
        isClient: wanted.isClient,
      },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'letterhead_changed',
      subjectKind: 'creditor',
      subjectId: creditor.id,
      before: onRecord(before),
      after: { changed, ...onRecord(wanted) },
    });
    if (changed.includes('isClient')) await reviewAll(tx, workspace.id, creditor.id, now);
    const told = changed.includes('bank') ? await tellManagersOfBank(tx, { ...change, before }) : 0;
    return { told };
  });
}

/** Other limits hold for its debtors now. */
async function reviewAll(tx: Tx, workspaceId: string, creditorId: string, now: Date): Promise<void> {
  await tx.prisma.debtor.updateMany({
    where: { workspaceId, creditorId, nextReviewAt: { not: null } },
    data: { nextReviewAt: now },
  });
}

/** The creditor to change, its name free to take. */
async function creditorOf(tx: Tx, change: LetterheadChange): Promise<Creditor> {
  const { workspace, creditorId, wanted, now } = change;
  const all = await tx.prisma.creditor.findMany({ where: { workspaceId: workspace.id } });
  if (all.some(({ id, name }) => id !== creditorId && name === wanted.name)) {
    const sentence = `There is a creditor “${wanted.name}” already.`;
    throw new DulyError('bad_creditor', 'the name of another creditor', sentence);
  }
  const known = all.find(({ id }) => id === creditorId);
  if (known) return known;
  if (creditorId !== undefined) {
    const sentence = 'That creditor does not exist any more.';
    throw new DulyError('creditor_not_found', `creditor ${creditorId} of ${workspace.id}`, sentence);
  }
  return tx.prisma.creditor.create({
    data: {
      id: newId(),
      workspaceId: workspace.id,
      name: wanted.name,
      position: all.length,
      createdAt: now,
    },
  });
}

function onRecord({ bank, isClient, ...texts }: Letterhead) {
  const filled = Object.entries(texts).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return { filled, isClient, account: accountEnding(bank) ?? null };
}
