import { dateOfDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';
import type { Review } from '../cases/reviewDebtor.ts';

/** Ends the proposals whose invoices the ledger shows as settled, however it settled them, and the question to the manager with the last of them. */
export async function settleWriteOffs(
  tx: Tx,
  review: Review & { readonly facts: DebtorFacts },
): Promise<void> {
  const { workspace, debtorId, facts, now } = review;
  const settled = (facts.writeOffs ?? [])
    .map(({ invoiceId }) => invoiceId)
    .filter((id) => !facts.invoices.some((invoice) => invoice.id === id));
  if (settled.length === 0) return;
  const live = { workspaceId: workspace.id, state: { in: ['proposed', 'agreed'] } };
  const ended = await tx.prisma.writeOff.findMany({ where: { ...live, invoiceId: { in: settled } } });
  await tx.prisma.writeOff.updateMany({
    where: { ...live, invoiceId: { in: settled } },
    data: { state: 'done', endedOn: dateOfDay(todayOf(workspace, now)) },
  });
  for (const writeOffId of new Set(ended.flatMap(({ activityId }) => activityId ?? []))) {
    const left = await tx.prisma.writeOff.count({ where: { ...live, activityId: writeOffId } });
    if (left > 0) continue;
    const outcome = 'The ledger shows it as settled: nothing to decide.';
    await closeAgreementPrompt(tx, { workspace, subject: { writeOffId }, outcome, now });
  }
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action: 'write_off_settled',
    subjectKind: 'debtor',
    subjectId: debtorId,
    after: { invoiceIds: settled },
  });
}
