import type { types } from '@slack/bolt';
import { button } from '../button.ts';
import type { CallLogForm } from '../calls/CallLogForm.ts';
import { outcomeInputs } from '../calls/outcomeInputs.ts';
import { datePicker } from '../elements/datePicker.ts';
import { memberSelect } from '../elements/memberSelect.ts';
import { input } from '../input.ts';
import type { Text } from '../Markup.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import { agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';

export const DISPUTE_TITLE = 'Dispute';

export interface DisputeForm extends Omit<CallLogForm, 'account'> {
  readonly account: NonNullable<CallLogForm['account']>;
  /** disputes that are open, to be settled */
  readonly open: readonly { readonly disputeId: string; readonly words: Text }[];
  /** ISO day by which it should be settled */
  readonly target: string;
}

/** What is in dispute already, each to be settled; and another one to be raised: which invoice, why, how much, who settles it. */
export function disputeModal(form: DisputeForm): types.ModalView {
  return agreementModal(form, {
    callbackId: 'dispute',
    title: DISPUTE_TITLE,
    submit: 'Raise the dispute',
    blocks: [
      ...form.open.map(({ disputeId, words }) =>
        section(words, {
          accessory: button({ text: 'Settle it', actionId: 'settle_dispute', value: disputeId }),
        }),
      ),
      form.open.length > 0 ? section(mrkdwn`*Or raise another one:*`) : undefined,
      ...outcomeInputs({ ...form, entries: { ...form.entries, outcome: 'disputes' } }),
      input({
        blockId: 'resolver',
        label: 'Who settles it?',
        hint: 'Empty: the owner of the account.',
        optional: true,
        element: memberSelect({ actionId: 'resolver' }),
      }),
      input({
        blockId: 'target',
        label: 'By when?',
        optional: true,
        element: datePicker({ actionId: 'target', initial: form.target }),
      }),
      noteInput(form.entries.notes),
    ],
  });
}
