import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import type { Text } from '../Markup.ts';
import { section } from '../section.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';

export const END_CONDITION_TITLE = 'End the stop';

export const conditionEndings = [
  { value: 'over', text: 'It is over', description: 'It held until today' },
  {
    value: 'wrong',
    text: 'It was recorded wrongly',
    description: 'It never was so; record what is right besides',
  },
] as const;

/** Why a condition does not stop the account any more. */
export function endConditionModal(form: AgreementFrame & { readonly about: Text }): types.ModalView {
  return agreementModal(form, {
    callbackId: 'end_condition',
    title: END_CONDITION_TITLE,
    submit: 'End it',
    blocks: [
      section(form.about),
      input({
        blockId: 'how',
        label: 'What happened?',
        element: radioButtons({ actionId: 'how', choices: conditionEndings }),
      }),
      input({
        blockId: 'reason',
        label: 'Why?',
        hint: 'With what it is known from: it stays on record. The policy goes on with the account at once.',
        element: textInput({ actionId: 'reason', multiline: true, maxLength: 500 }),
      }),
    ],
  });
}
