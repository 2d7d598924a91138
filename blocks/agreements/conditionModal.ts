import type { types } from '@slack/bolt';
import { button } from '../button.ts';
import { datePicker } from '../elements/datePicker.ts';
import type { Choice } from '../elements/option.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import type { Text } from '../Markup.ts';
import { section } from '../section.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';

export const CONDITION_TITLE = 'Stop';

export interface ConditionForm extends AgreementFrame {
  /** what holds already, and whether the reader may end it */
  readonly open: readonly { readonly conditionId: string; readonly words: Text; readonly mayEnd: boolean }[];
  /** the conditions there are, by their kind */
  readonly choices: readonly Choice[];
  /** what stands in the fields; the day is ISO */
  readonly kind?: string | undefined;
  readonly since: string;
  readonly evidence?: string | undefined;
}

/** What stops the whole account: which condition, since when, what it is known from; and those that hold, each to be ended. */
export function conditionModal(form: ConditionForm): types.ModalView {
  return agreementModal(form, {
    callbackId: 'condition',
    title: CONDITION_TITLE,
    submit: 'Stop it',
    blocks: [
      ...form.open.map(({ conditionId, words, mayEnd }) =>
        section(
          words,
          mayEnd
            ? { accessory: button({ text: 'End it', actionId: 'end_condition', value: conditionId }) }
            : {},
        ),
      ),
      section('Nothing goes out from the moment it is recorded. A manager is told, and decides.'),
      input({
        blockId: 'kind',
        label: 'What is it?',
        element: radioButtons({ actionId: 'kind', choices: form.choices, initial: form.kind }),
      }),
      input({
        blockId: 'evidence',
        label: 'How do we know?',
        hint: 'Their words, or the letter and its date.',
        element: textInput({
          actionId: 'evidence',
          initial: form.evidence,
          multiline: true,
          maxLength: 1000,
        }),
      }),
      input({
        blockId: 'since',
        label: 'Since when?',
        element: datePicker({ actionId: 'since', initial: form.since }),
      }),
      input({
        blockId: 'reference',
        label: 'Representative, or reference',
        hint: 'Who acts for them and how to reach them; the number of a court, an adviser or a registry.',
        optional: true,
        element: textInput({ actionId: 'reference', maxLength: 300 }),
      }),
    ],
  });
}
