import type { AccountLines } from '../../../blocks/calls/CallLogForm.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { loadAccount } from '../accounts/loadAccount.ts';
import { callLogLines } from '../calls/callLogLines.ts';
import { disputeSentence } from './disputeSentence.ts';

/** An open dispute with its account, for the form that settles it. Throws DulyError `dispute_settled` for any other. */
export async function disputeForForm(
  tx: Queries,
  options: { workspace: WorkspaceContext; disputeId: string; locale: string; now: Date },
): Promise<{ debtorId: string; account: AccountLines; about: string; currency: string; amount: bigint }> {
  const { workspace, disputeId, locale, now } = options;
  const where = { id: disputeId, workspaceId: workspace.id, endedOn: null };
  const dispute = await tx.prisma.dispute.findFirst({ where });
  if (!dispute) {
    throw new DulyError('dispute_settled', `dispute ${disputeId}`, 'This dispute is settled already.');
  }
  const { debtorId, amount, invoiceId } = dispute;
  const invoice = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
  const account = callLogLines(await loadAccount(tx, { workspace, debtorId, now }), locale);
  const about = `${disputeSentence(dispute, invoice, locale)}.${dispute.note ? ` “${dispute.note}”` : ''}`;
  return { debtorId, account, about, currency: invoice.currency, amount };
}
