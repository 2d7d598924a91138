import type { Day } from '../../core/day.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { Recipient } from '../../core/recipientOf.ts';
import { disclosuresTo } from '../../core/regulationF.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import type { NoticeParties } from './noticeParties.ts';

/** What every message to a customer says, whatever it is about: who writes to whom, as at which day, and what the law wants in it. */
export function noticeFrame(message: {
  readonly workspace: Pick<WorkspaceContext, 'locale'>;
  readonly input: Pick<DecisionInput, 'facts'>;
  readonly parties: NoticeParties;
  readonly recipient: Recipient;
  readonly asAt: Day;
}): Pick<
  NoticeData,
  'debtorKind' | 'locale' | 'creditor' | 'debtor' | 'contact' | 'asAt' | 'disclosures' | 'signedBy'
> {
  const { workspace, input, parties, recipient, asAt } = message;
  const { debtor } = input.facts;
  return {
    debtorKind: debtor.kind,
    locale: workspace.locale,
    creditor: parties.creditor,
    debtor: parties.debtor,
    contact: { name: recipient.name, email: recipient.email, isMailbox: recipient.isMailbox },
    asAt,
    disclosures: disclosuresTo(debtor),
    signedBy: parties.signer,
  };
}
