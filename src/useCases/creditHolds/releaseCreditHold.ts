import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { CreditHold, Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { tellAccountManagers } from './tellAccountManagers.ts';

/**
 * A member records that a credit hold was released in the order system, for a reason: the account managers are told, and nobody is
 * asked to release it any more. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `not_on_credit_hold`.
 */
export async function releaseCreditHold(
  db: Db,
  release: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    readonly debtorId: string;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, member, debtorId, reason, now } = release;
  requireMay(member, 'log_activity');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const { id } = await holdInForce(tx, { workspaceId, debtorId });
    await tx.prisma.creditHold.update({
      where: { id },
      data: {
        releasedOn: dateOfDay(todayOf(workspace, now)),
        releasedAt: now,
        releasedById: member.id,
        releaseReason: reason,
      },
    });
    const asked = await tx.prisma.prompt.findMany({
      where: { workspaceId, debtorId, kind: 'release_credit_hold', state: 'open' },
      select: { id: true },
    });
    const outcome = `${member.name} recorded that it is released: supply goes on.`;
    for (const { id: promptId } of asked)
      await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'credit_hold_released',
      subjectKind: 'debtor',
      subjectId: debtorId,
      before: { creditHoldId: id },
      why: reason,
    });
    await tellAccountManagers(tx, { workspace, creditHoldId: id, what: 'released', by: member, now });
    await reviewSoon(tx, workspaceId, debtorId, now);
    return 'Recorded. The credit hold is released, and the account managers are told.';
  });
}

/** The credit hold in force. Throws DulyError `not_on_credit_hold`. The caller holds the debtor's lock. */
export async function holdInForce(
  tx: Tx,
  { workspaceId, debtorId }: { workspaceId: string; debtorId: string },
): Promise<CreditHold> {
  const hold = await tx.prisma.creditHold.findFirst({ where: { workspaceId, debtorId, releasedAt: null } });
  if (hold) return hold;
  throw new DulyError(
    'not_on_credit_hold',
    `debtor ${debtorId} is not on credit hold`,
    'This account is not on credit hold any more: nothing was changed.',
  );
}
