import { z } from 'zod';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

const asked = z.object({ paymentIds: z.array(z.string()) });

/** What unapplied money is for: the debtor's open invoices, or something else. */
export type CashPurpose = 'invoices' | 'other';

/**
 * Finance says what the money that a prompt asked about is for: it goes on being set against their invoices, for deciding only, or
 * is left out of it; either way harsh steps wait for it no longer. Money that came after the prompt is asked about anew. Returns a
 * sentence. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
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
): Promise<string> {
  const { workspace, member, promptId, purpose, now } = options;
  requireMay(member, 'record_payment');
  return db.transaction(async (tx) => {
    const { debtorId, details } = await openPromptFor(tx, workspace, promptId, ['unplaced_cash']);
    const { paymentIds } = asked.parse(details);
    await tx.prisma.payment.updateMany({
      where: { workspaceId: workspace.id, debtorId, id: { in: paymentIds }, meantFor: null },
      data: { meantFor: purpose, meantForAt: now },
    });
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
    return purpose === 'invoices'
      ? 'Noted: what it does not cover goes on by the policy.'
      : 'Noted: their invoices go on by the policy as if it had not come.';
  });
}
