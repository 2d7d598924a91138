import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import type { Text } from '../Markup.ts';
import { section } from '../section.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';

export const SETTLE_TITLE = 'Settle the dispute';

export const settlementChoices = [
  { value: 'for_us', text: 'For us', description: 'It is owed: the days that were stopped count again' },
  {
    value: 'for_customer',
    text: 'For the customer',
    description: 'It is not asked for again; a credit note follows',
  },
  { value: 'in_part', text: 'In part', description: 'A part of it is given in to' },
] as const;

/** How a dispute ended. */
export function settleDisputeModal(
  form: AgreementFrame & { readonly about: Text; readonly currency: string },
): types.ModalView {
  return agreementModal(form, {
    callbackId: 'settle_dispute',
    title: SETTLE_TITLE,
    submit: 'Settle it',
    blocks: [
      section(form.about),
      input({
        blockId: 'outcome',
        label: 'How did it end?',
        element: radioButtons({ actionId: 'outcome', choices: settlementChoices }),
      }),
      input({
        blockId: 'conceded',
        label: `Given in to (${form.currency})`,
        hint: 'Where it ended in part: what a credit note is written for.',
        optional: true,
        element: textInput({ actionId: 'conceded', maxLength: 40 }),
      }),
      noteInput(undefined),
    ],
  });
}
