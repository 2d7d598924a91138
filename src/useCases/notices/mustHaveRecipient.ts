import { DulyError } from '../../core/DulyError.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { type Recipient, recipientOf } from '../../core/recipientOf.ts';
import type { NoticeParties } from './noticeParties.ts';

/** Who a message to the customer goes to. Throws DulyError `no_recipient` where nobody on file can be written to. */
export function mustHaveRecipient(facts: DebtorFacts, parties: NoticeParties): Recipient {
  const recipient = recipientOf(facts);
  if (recipient) return recipient;
  throw new DulyError(
    'no_recipient',
    `nobody of debtor ${facts.debtor.id} can be written to`,
    `Nobody at ${parties.debtor.name} is on file who can be written to: add a contact with an email address first.`,
  );
}
