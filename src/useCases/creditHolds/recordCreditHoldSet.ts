import { z } from 'zod';
import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { tellAccountManagers } from './tellAccountManagers.ts';

const asked = z.object({ approvalId: z.string() });

/**
 * A member records that a credit hold was set in the order system: from now on it is in force, and the account managers are told.
 * Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`, `on_credit_hold` where another is in force.
 */
export async function recordCreditHoldSet(
  db: Db,
  record: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<void> {
  const { workspace, member, promptId, now } = record;
  requireMay(member, 'log_activity');
  const workspaceId = workspace.id;
  await db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId, ['set_credit_hold']);
    const { debtorId } = prompt;
    if (await tx.prisma.creditHold.findFirst({ where: { workspaceId, debtorId, releasedAt: null } })) {
      throw new DulyError(
        'on_credit_hold',
        `debtor ${debtorId} is on credit hold`,
        'This account is on credit hold already: nothing was changed.',
      );
    }
    const step = await tx.prisma.stageStep.findUniqueOrThrow({ where: { id: prompt.stepId ?? '' } });
    const on = dateOfDay(todayOf(workspace, now));
    const id = newId();
    const { approvalId } = asked.parse(prompt.details);
    await tx.prisma.creditHold.create({
      data: {
        id,
        workspaceId,
        debtorId,
        stepId: step.id,
        approvalId,
        invoiceId: step.carryingInvoiceId,
        setOn: on,
        setAt: now,
        setById: member.id,
      },
    });
    await tx.prisma.stageStep.updateMany({
      where: { id: step.id, workspaceId, state: 'pending' },
      data: { state: 'done', doneOn: on },
    });
    const outcome = `${member.name} recorded that it is set: supply is stopped until payment or instalments.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'credit_hold_set',
      subjectKind: 'debtor',
      subjectId: debtorId,
      after: { creditHoldId: id, stepId: step.id, approvalId, invoiceId: step.carryingInvoiceId },
    });
    await tellAccountManagers(tx, { workspace, creditHoldId: id, what: 'set', by: member, now });
    await reviewSoon(tx, workspaceId, debtorId, now);
  });
}
