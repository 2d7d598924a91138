import { collectable } from '../../core/collectable.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { missingRateWords } from '../../core/interestWords.ts';
import { NEVER } from '../../core/never.ts';
import { statementPosition } from '../../core/statementPosition.ts';
import type { Queries } from '../../db/client.ts';
import { interestTerms } from '../../db/creditorInterest.ts';
import { letterParties } from '../../db/letterParties.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { EvidenceSummary } from '../../notices/EvidenceSummary.ts';
import { claimedInterest } from '../interest/claimedInterest.ts';
import { printedCredit, statedInvoice } from '../notices/printedItems.ts';
import { printedParties } from '../notices/printedParties.ts';

type Position = Pick<EvidenceSummary, 'creditor' | 'debtor' | 'position' | 'remarks'>;

/** Who owes whom what, as a statement of today lists it, with the interest that may be claimed. */
export async function evidencePosition(
  tx: Queries,
  { workspace, facts, now }: { workspace: WorkspaceContext; facts: DebtorFacts; now: Date },
): Promise<Position> {
  const { locale, settings } = workspace;
  const today = todayOf(workspace, now);
  const { kind, id: debtorId } = facts.debtor;
  const { invoices, credits } = statementPosition({ facts, today, settings });
  const listed = invoices.map(({ invoice }) => invoice.id);
  const about = { workspaceId: workspace.id, debtorId, invoiceIds: listed };
  const { creditor, debtor, ownInterest, ...parties } = printedParties(await letterParties(tx, about));
  const { items } = collectable(facts, { today, window: NEVER, settings });
  const { stated, missing } = await claimedInterest(tx, {
    ...{ workspace, facts, today, until: today, interest: interestTerms(ownInterest, workspace) },
    items: items.filter(({ invoice }) => listed.includes(invoice.id)),
  });
  const left = facts.invoices.filter(({ id, outstanding }) => outstanding > 0n && !listed.includes(id));
  return {
    creditor,
    debtor: { ...debtor, kind },
    position:
      invoices.length === 0
        ? undefined
        : {
            ...{ kind: 'statement', debtorKind: kind, locale, creditor, debtor, asAt: today },
            contact: { name: debtor.name, isMailbox: false },
            invoices: invoices.map((one) => ({
              ...statedInvoice(one, { asAt: today, parties }),
              paymentLink: undefined,
            })),
            credits: credits.map(printedCredit),
            interest: stated,
            signedBy: { name: creditor.name },
          },
    remarks: [
      ...(left.length > 0
        ? [
            `Not listed, since nothing is asked for it at present: ${left.map(({ number }) => number).join(', ')}.`,
          ]
        : []),
      ...new Set(missing.map(({ rate }) => missingRateWords(rate, locale)[0])),
    ],
  };
}
