import { nextToCarry } from '../../core/creditHold.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { holdInForce } from './releaseCreditHold.ts';

/**
 * A member keeps a credit hold although what carried it is settled: from now on another invoice that it was approved for carries it,
 * and its release is asked for with that one. Throws DulyError `not_allowed`, `prompt_not_found`,
 * `prompt_closed`, `not_on_credit_hold`, `nothing_to_keep` where no other of its invoices is overdue.
 */
export async function keepCreditHold(
  db: Db,
  keep: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
): Promise<void> {
  const { workspace, member, promptId, now } = keep;
  requireMay(member, 'log_activity');
  const workspaceId = workspace.id;
  await db.transaction(async (tx) => {
    const { debtorId } = await openPromptFor(tx, workspace, promptId, ['release_credit_hold']);
    const hold = await holdInForce(tx, { workspaceId, debtorId });
    const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
    const today = todayOf(workspace, now);
    const next = facts && nextToCarry(facts, { today, settings: workspace.settings });
    if (!next) {
      throw new DulyError(
        'nothing_to_keep',
        `no other invoice carries credit hold ${hold.id}`,
        'No other invoice that it was approved for is to be collected: release it, then record that it is released.',
      );
    }
    await tx.prisma.creditHold.update({ where: { id: hold.id }, data: { invoiceId: next.id } });
    const outcome = `${member.name} keeps it for invoice ${next.number}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'credit_hold_kept',
      subjectKind: 'debtor',
      subjectId: debtorId,
      before: { creditHoldId: hold.id, invoiceId: hold.invoiceId },
      after: { invoiceId: next.id },
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
  });
}
