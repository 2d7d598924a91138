import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { resumeFollowUps } from '../conditions/resumeFollowUps.ts';
import { closePrompt } from '../prompts/closePrompt.ts';

/**
 * A manager takes a case back from an agency or court, for a reason: from now on the policy decides about it again, collectors are asked again what the
 * hand-off had closed and nothing has answered since, unless a condition stops the account, and another
 * hand-off may be asked for after the days that a declined one waits. Returns a sentence. Throws DulyError `not_allowed`,
 * `debtor_not_found`, `not_handed_off`.
 */
export async function recallHandOff(
  db: Db,
  recall: {
    readonly workspace: WorkspaceContext;
    readonly member: Member;
    readonly debtorId: string;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, member, debtorId, reason, now } = recall;
  requireMay(member, 'manage');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const handOff = await tx.prisma.handOff.findFirst({ where: { workspaceId, debtorId, recalledOn: null } });
    if (!handOff) {
      throw new DulyError(
        'not_handed_off',
        `debtor ${debtorId} is with nobody`,
        'This account is not with an agency or a court any more: nothing was changed.',
      );
    }
    await tx.prisma.handOff.update({
      where: { id: handOff.id },
      data: {
        recalledOn: dateOfDay(todayOf(workspace, now)),
        recalledById: member.id,
        recallReason: reason,
      },
    });
    await tx.prisma.stageStep.updateMany({
      where: { id: handOff.stepId, workspaceId, state: 'done' },
      data: { state: 'cancelled', doneOn: null },
    });
    const asked = await tx.prisma.prompt.findMany({
      where: { workspaceId, debtorId, kind: { in: ['pass_on', 'recall'] }, state: 'open' },
      orderBy: [{ memberId: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true },
    });
    for (const { id: promptId, kind } of asked) {
      const end =
        kind === 'recall'
          ? { state: 'done' as const, by: member.id, outcome: `${member.name} recalled the account.` }
          : { state: 'overtaken' as const, outcome: 'The account was recalled: nothing to pass on.' };
      await closePrompt(tx, { workspace, promptId, ...end, now });
    }
    await resumeFollowUps(tx, { workspace, debtorId, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'hand_off_recalled',
      subjectKind: 'debtor',
      subjectId: debtorId,
      before: { handOffId: handOff.id, toName: handOff.toName },
      why: reason,
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
    return `Recalled from ${handOff.toName}. Tell them today; the policy decides about the account again.`;
  });
}
