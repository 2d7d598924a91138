import type { Day } from '../../core/day.ts';
import type { InvoiceFact } from '../../core/facts.ts';
import { statementPosition } from '../../core/statementPosition.ts';
import type { StatementSection } from '../../notices/NoticeData.ts';
import type { Situation } from './loadSituation.ts';
import { type NoticeParties, noticeParties } from './noticeParties.ts';
import { printedCredit, statedInvoice } from './printedItems.ts';
import type { ChooseSigner } from './signerFor.ts';

/** What the statement of one account lists, as it is printed. */
export function statementSection(options: { input: Situation; chooseSigner: ChooseSigner; asAt: Day }): {
  section: StatementSection;
  listed: InvoiceFact[];
  parties: NoticeParties;
} {
  const { input, chooseSigner, asAt } = options;
  const position = statementPosition(input);
  const listed = position.invoices.map(({ invoice }) => invoice);
  const parties = noticeParties(input, chooseSigner);
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
