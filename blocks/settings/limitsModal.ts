import type { types } from '@slack/bolt';
import { radioButtons } from '../elements/radioButtons.ts';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import type { LimitsForm, LimitsView } from './LimitsForm.ts';

const WHO = [
  {
    value: 'second',
    text: 'A second manager, who is still to be named',
    description: 'What the only manager asks for, and what needs two, waits for one.',
  },
  {
    value: 'confirm_twice',
    text: 'That manager alone, who confirms each request twice',
    description: 'Own ones and what needs two; on record as self-approved.',
  },
];

/** The limits within which the team works. Block and action ids are the fields' names. */
export function limitsModal({ form, usual, metadata }: LimitsView): types.ModalView {
  const text = (
    name: Exclude<keyof LimitsForm, 'singleApprover'>,
    label: string,
    hint: string,
    ask: { multiline?: boolean; placeholder: string },
  ) =>
    input({
      blockId: name,
      label,
      hint,
      optional: true,
      element: textInput({
        actionId: name,
        initial: form[name],
        maxLength: ask.multiline ? 2000 : 10,
        ...ask,
      }),
    });
  return modal({
    callbackId: 'limits',
    title: 'Limits',
    close: 'Cancel',
    metadata,
    blocks: [
      header('Approvals'),
      input({
        blockId: 'singleApprover',
        label: 'Who approves where there is one manager only',
        element: radioButtons({ actionId: 'singleApprover', choices: WHO, initial: form.singleApprover }),
      }),
      text(
        'twoApproversOver',
        'Two approvers for more than',
        `A currency and an amount on each line; 0 means always two. What is not named here: ${usual.twoApproversOver}; other currencies always need two.`,
        { multiline: true, placeholder: 'JPY 1,500,000' },
      ),
      header('Money'),
      text(
        'freshnessDays',
        'Payments are fresh for, in business days',
        `Once the last bank file is older, final notices and everything harsher wait for the next. Empty: ${usual.freshnessDays}.`,
        { placeholder: usual.freshnessDays },
      ),
      text(
        'smallBalance',
        'Small balance: below this nothing is chased',
        `A currency and an amount on each line; 0 means that everything is chased. What is not named here: ${usual.smallBalance}; other currencies have no limit.`,
        { multiline: true, placeholder: 'JPY 4,000' },
      ),
      header('Work'),
      text(
        'promptsADay',
        'Prompts a day, for each member',
        `What is more than a member can do in a day is shown as not reached. Empty: ${usual.promptsADay}.`,
        { placeholder: usual.promptsADay },
      ),
      header('Records'),
      text(
        'recordsYears',
        'Personal data are kept for, in calendar years',
        `Counted from the last thing that happened on an account. Then they are erased, a week after the managers were told; a legal hold keeps them. Never less than ${usual.recordsYears}. Empty: ${usual.recordsYears}.`,
        { placeholder: usual.recordsYears },
      ),
      text(
        'recordsYearsRegulationF',
        'Of private individuals of an agency’s client',
        `In calendar years too. US Regulation F asks for ${usual.recordsYearsRegulationF} at least. Empty: ${usual.recordsYearsRegulationF}.`,
        { placeholder: usual.recordsYearsRegulationF },
      ),
    ],
  });
}
