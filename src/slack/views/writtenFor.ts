import type { types } from '@slack/bolt';
import { writtenModal } from '../../../blocks/prompts/writtenModal.ts';
import { answersThem } from '../../core/answersThem.ts';
import { contactAsked } from '../../core/contactAsked.ts';
import { contactRole } from '../../core/contactRole.ts';
import { newId } from '../../core/newId.ts';
import { noWayTo } from '../../core/noWayTo.ts';
import { recipientOf } from '../../core/recipientOf.ts';
import { needsValidationNotice } from '../../core/regulationF.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { whomToText } from '../../useCases/prompts/textToSend.ts';
import type { Asker } from '../Asker.ts';
import { encodeMetadata } from '../metadata.ts';

/** The form for what a member wrote themselves, with whom, how and why filled in as far as can be known. */
export async function writtenFor(
  { deps, workspace, now }: Pick<Asker, 'deps' | 'workspace' | 'now'>,
  about: {
    readonly debtorId: string;
    readonly prompt?: { readonly id: string; readonly kind: string } | undefined;
    readonly words?: string;
    /** they say that it was a text message */
    readonly isText?: boolean;
  },
): Promise<types.ModalView> {
  const { debtorId, prompt, words, isText = false } = about;
  const { record, facts, contacts, today } = await loadAccount(deps.db, { workspace, debtorId, now });
  const asked = prompt?.kind === 'alternate_contact' ? contactAsked(prompt.kind, facts) : recipientOf(facts);
  const to = (isText && whomToText(facts)) || asked;
  const mails = to === undefined || noWayTo(to, 'email', facts) === undefined;
  return writtenModal({
    debtorName: record.name,
    people: contacts.map(({ contact }) => ({
      value: contact.id,
      text: [`${contact.name} (${contactRole(contact)})`, contact.email ?? contact.mobile]
        .filter(Boolean)
        .join(', '),
    })),
    contactId: to?.id,
    channel: isText ? 'text' : mails ? 'email' : to.mobile ? 'text' : 'letter',
    isAnswer: answersThem(facts.activities, today, workspace.calendar),
    mayValidate: needsValidationNotice(facts.debtor),
    ...(words && { words }),
    now,
    metadata: encodeMetadata({ form: newId(), debtorId, promptId: prompt?.id }),
  });
}
