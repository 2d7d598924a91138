import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { type ContactForm, contactFields } from './contactFields.ts';

export const EDIT_CONTACT_TITLE = 'Change a contact';

export const HAS_LEFT = 'has_left';
export const VERIFIED = 'verified';

/** What somebody can ask us not to use; `all`: they are not to be contacted. */
export const refusalChoices = [
  { value: 'call', text: 'Calls' },
  { value: 'email', text: 'Email' },
  { value: 'text', text: 'Text messages' },
  { value: 'letter', text: 'Letters' },
  { value: 'all', text: 'Everything: do not contact them' },
] as const;

/** Somebody on file as they stand, to be corrected, with the ways of contact that they refused, and what shows that they did not. */
export function editContactModal(
  about: { debtorName: string; metadata: string },
  filled: ContactForm & {
    readonly refused: readonly string[];
    readonly evidence?: string;
    readonly hasLeft: boolean;
    readonly verified?: boolean;
    /** "Last verified on 3 Nov 2026." */
    readonly lastVerified?: string;
  },
): types.ModalView {
  return modal({
    callbackId: 'edit_contact',
    title: EDIT_CONTACT_TITLE,
    submit: 'Save',
    close: 'Cancel',
    metadata: about.metadata,
    blocks: [
      section(mrkdwn`At *${about.debtorName}*.`),
      ...contactFields(filled),
      input({
        blockId: VERIFIED,
        label: 'Verified?',
        hint: `Tick it once you have made sure: they are this person, and are reached like this. A talk with whoever decides does it too. ${filled.lastVerified ?? 'Not verified yet.'}`,
        optional: true,
        element: checkboxes({
          actionId: VERIFIED,
          choices: [{ value: VERIFIED, text: 'Verified today' }],
          initial: filled.verified ? [VERIFIED] : [],
        }),
      }),
      input({
        blockId: HAS_LEFT,
        label: 'Still there?',
        hint: 'Who has left is not written to or called any more. What was said with them stays.',
        optional: true,
        element: checkboxes({
          actionId: HAS_LEFT,
          choices: [{ value: HAS_LEFT, text: 'Has left the company' }],
          initial: filled.hasLeft ? [HAS_LEFT] : [],
        }),
      }),
      input({
        blockId: 'refused',
        label: 'What they refused',
        hint: 'It is not used again from the moment you save.',
        optional: true,
        element: checkboxes({ actionId: 'refused', choices: refusalChoices, initial: filled.refused }),
      }),
      input({
        blockId: 'evidence',
        label: 'What shows that they did not refuse it',
        hint: 'Only where a tick is taken away, by a manager: it was recorded wrongly, or they wrote so. It stays on record.',
        optional: true,
        element: textInput({
          actionId: 'evidence',
          initial: filled.evidence,
          multiline: true,
          maxLength: 500,
        }),
      }),
    ],
  });
}
