import type { Day } from '../../core/day.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import { statementPosition } from '../../core/statementPosition.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { StatementSection } from '../../notices/NoticeData.ts';
import { type NoticeParties, noticeParties } from './noticeParties.ts';
import { printedCredit, statedInvoice } from './printedItems.ts';
import type { ChooseSigner } from './signerFor.ts';

/** What the statement of one account lists, as it is printed. */
export async function statementSection(
  tx: Queries,
  options: { workspace: WorkspaceContext; input: DecisionInput; chooseSigner: ChooseSigner; asAt: Day },
): Promise<{ section: StatementSection; listed: InvoiceFact[]; parties: NoticeParties }> {
  const { workspace, input, chooseSigner, asAt } = options;
  const { facts } = input;
  const position = statementPosition(input);
  const listed = position.invoices.map(({ invoice }) => invoice);
  const parties = await noticeParties(tx, {
    workspaceId: workspace.id,
    debtorId: facts.debtor.id,
    chooseSigner,
    invoiceIds: listed.map(({ id }) => id),
  });
  return {
    section: {
      debtor: parties.debtor,
      invoices: position.invoices.map((stated) => statedInvoice(stated, { asAt, parties })),
      credits: position.credits.map(printedCredit),
    },
    listed,
    parties,
  };
}
