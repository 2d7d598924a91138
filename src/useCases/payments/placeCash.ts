import { z } from 'zod';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';

const asked = z.object({ paymentIds: z.array(z.string()) });

/** What unapplied money is for: the debtor's open invoices, or something else. */
export type CashPurpose = 'invoices' | 'other';

/**
 * Finance says what the money that a prompt asked about is for: it goes on being set against their invoices, for deciding only, or
 * is left out of it; either way harsh steps wait for it no longer. Money that came after the prompt is asked about anew. Undone
 * like a call. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function placeCash(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    promptId: string;
    purpose: CashPurpose;
    now: Date;
  },
): Promise<LoggedCall> {
  const { workspace, member, promptId, purpose, now } = options;
  requireMay(member, 'record_payment');
  return db.transaction(async (tx) => {
    const { debtorId, details } = await openPromptFor(tx, workspace, promptId, ['unplaced_cash']);
    const { paymentIds } = asked.parse(details);
    const where = { workspaceId: workspace.id, debtorId, id: { in: paymentIds }, meantFor: null };
    const waiting = (await tx.prisma.payment.findMany({ where, select: { id: true } })).map(({ id }) => id);
    await tx.prisma.payment.updateMany({ where, data: { meantFor: purpose, meantForAt: now } });
    const activityId = newId();
    await tx.prisma.activity.create({
      data: {
        ...{ id: activityId, workspaceId: workspace.id, debtorId, memberId: member.id, promptId },
        ...{ kind: 'note', outcome: 'cash_placed', details: { placedPayments: waiting } },
        ...{ at: now, recordedAt: now, key: `cash_placed:${activityId}` },
      },
    });
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { answeredBy: activityId } });
    const outcome =
      purpose === 'invoices'
        ? `${member.name}: it pays their invoices, and is set against them until the ledger shows it.`
        : `${member.name}: it is for something else, and is not set against their invoices.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'cash_placed',
      subjectKind: 'debtor',
      subjectId: debtorId,
      after: { paymentIds, purpose },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    const said =
      purpose === 'invoices'
        ? 'Noted: what it does not cover goes on by the policy.'
        : 'Noted: their invoices go on by the policy as if it had not come.';
    return { activityId, debtorId, said: [said] };
  });
}
