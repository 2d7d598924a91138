import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { disputeSentence } from './disputeSentence.ts';

/** The disputes of a debtor that are open, oldest first, each with a sentence about it. */
export async function openDisputes(
  tx: Queries,
  { workspace, debtorId, locale }: { workspace: WorkspaceContext; debtorId: string; locale: string },
): Promise<{ disputeId: string; words: string }[]> {
  const own = { workspaceId: workspace.id, debtorId };
  const disputes = await tx.prisma.dispute.findMany({
    where: { ...own, endedOn: null },
    orderBy: [{ raisedOn: 'asc' }, { id: 'asc' }],
  });
  const invoices = await tx.prisma.invoice.findMany({
    where: { ...own, id: { in: disputes.map(({ invoiceId }) => invoiceId) } },
  });
  return disputes.map((dispute) => {
    const invoice = invoices.find(({ id }) => id === dispute.invoiceId);
    return { disputeId: dispute.id, words: invoice ? disputeSentence(dispute, invoice, locale) : '' };
  });
}
