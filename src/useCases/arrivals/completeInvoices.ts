import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';

export interface Completion {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly promptId: string;
  /** as the customer confirmed them, as typed */
  readonly terms: string;
  readonly payMethod: string;
  readonly portal: string;
  readonly withoutOrderNumber: boolean;
  /** by invoice id; one that is not among those asked about is left alone */
  readonly orderNumbers: Readonly<Record<string, string>>;
  /** the same submission delivered twice is one */
  readonly key: string;
  readonly now: Date;
}

/**
 * Keeps what a customer confirmed about terms, payment and portal, and the order numbers of the invoices that were asked about.
 * Idempotent by key. Throws DulyError `not_allowed`, `prompt_not_found`, `prompt_closed`.
 */
export async function completeInvoices(db: Db, completion: Completion): Promise<string> {
  const { workspace, member, promptId, orderNumbers, key, now } = completion;
  const { terms, payMethod, portal, withoutOrderNumber } = completion;
  requireMay(member, 'log_activity');
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    if (await tx.prisma.billingTerms.findFirst({ where: { workspaceId, key } }))
      return 'This is kept already.';
    const prompt = await openPromptFor(tx, workspace, promptId, ['issued']);
    const { debtorId } = prompt;
    const confirmed = { terms, payMethod, portal, withoutOrderNumber };
    await tx.prisma.billingTerms.create({
      data: { id: newId(), workspaceId, debtorId, ...confirmed, memberId: member.id, key, recordedAt: now },
    });
    const asked = await tx.prisma.arrivalCheck.findMany({ where: { workspaceId, promptId } });
    for (const { invoiceId } of asked) {
      const orderNumber = orderNumbers[invoiceId];
      if (orderNumber) await tx.prisma.invoice.update({ where: { id: invoiceId }, data: { orderNumber } });
    }
    const outcome = `${member.name} completed it: terms, payment and portal are confirmed.`;
    await closePrompt(tx, { workspace, promptId, prompt, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'invoices_completed',
      subjectKind: 'debtor',
      subjectId: debtorId,
      after: { ...confirmed, orderNumbers: { ...orderNumbers } },
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
    return 'Kept: what the customer confirmed counts for their later invoices too.';
  });
}
