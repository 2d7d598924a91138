import { afterCease } from '../../core/afterCease.ts';
import { barriers } from '../../core/barriers.ts';
import { type CeaseNotice, whyPermitted } from '../../core/ceaseNotices.ts';
import { conditionWords } from '../../core/conditions.ts';
import { DulyError } from '../../core/DulyError.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DecisionInput } from '../../core/decision.ts';
import { noticedItems } from '../../core/mayWriteAfterCease.ts';
import { assembleNotice } from './assembleNotice.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import type { MessageOrder } from './buildMessage.ts';
import { creditsSetOff } from './creditsSetOff.ts';
import { mustHaveRecipient } from './mustHaveRecipient.ts';
import { noticeFrame } from './noticeFrame.ts';
import { noticeParties } from './noticeParties.ts';
import { printedInvoice } from './printedItems.ts';

/**
 * Writes a notice that may go after a wish to cease contact: its purpose alone, and what the law wants in every message. What it is about, all
 * that is due and may be collected, is not printed; approvers are shown it, and where it changes their approval is void. Throws
 * DulyError `no_recipient`, `nothing_to_send`, and what `renderNotice` throws.
 */
export async function buildCeaseNotice(
  order: Omit<MessageOrder, 'kind'> & { readonly kind: CeaseNotice },
): Promise<BuiltNotice> {
  const { workspace, input, kind, remedy, chooseSigner, asAt } = order;
  const { facts, today } = input;
  const items = noticedItems(input);
  const listed = items.map(({ invoice }) => invoice);
  if (listed.length === 0) {
    throw new DulyError(
      'nothing_to_send',
      `${kind} about debtor ${facts.debtor.id}`,
      'Nothing of it is left to collect: nothing is sent.',
    );
  }
  const parties = noticeParties(input, chooseSigner);
  const recipient = mustHaveRecipient(facts, parties);
  const { contested } = barriers(facts, today);
  const { sender, signerId } = parties;
  return assembleNotice({
    input,
    stage: kind,
    data: {
      kind,
      ...noticeFrame({ workspace, input, parties, recipient, asAt }),
      ...(remedy !== undefined && { remedy }),
      invoices: listed.map((invoice) =>
        printedInvoice(invoice, { asAt, contested: contested(invoice.id), parties }),
      ),
      credits: creditsSetOff(input, items),
    },
    recipient,
    sender,
    signerId,
    reasons: reasonsFor(kind, input),
    listed,
  });
}

function reasonsFor(kind: CeaseNotice, { facts, today }: DecisionInput): string[] {
  const wish = afterCease(facts, today);
  const since = wish ? [`${conditionWords.cease} since ${shortDay(wish.since, 'en-GB')}.`] : [];
  return [...since, whyPermitted(kind)];
}
