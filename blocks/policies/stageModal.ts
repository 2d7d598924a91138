import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { multiSelect } from '../elements/multiSelect.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { type InputOptions, input } from '../input.ts';
import { modal } from '../modal.ts';
import { FIRST, type GateForm, type StageForm } from './StageForm.ts';

const IN_USE = { value: 'yes', text: 'This stage is in use' };
const roles = [
  { value: 'collector', text: 'a collector' },
  { value: 'manager', text: 'a manager' },
  { value: 'finance', text: 'finance' },
];

type Text = (
  blockId: string,
  label: string,
  initial: string,
  ask?: Partial<InputOptions>,
) => types.InputBlock;

/** The form for one stage of a policy. Block ids are the names of its fields. */
export function stageModal(form: StageForm): types.ModalView {
  const text: Text = (blockId, label, initial, ask = {}) =>
    input({ blockId, label, ...ask, element: textInput({ actionId: blockId, initial, maxLength: 100 }) });
  return modal({
    callbackId: 'policy_stage',
    title: 'Change a stage',
    submit: 'Save to the draft',
    close: 'Cancel',
    metadata: form.metadata,
    blocks: [
      input({
        blockId: 'inUse',
        label: form.name,
        optional: true,
        element: checkboxes({ actionId: 'inUse', choices: [IN_USE], initial: form.inUse ? ['yes'] : [] }),
      }),
      form.day === undefined
        ? undefined
        : text('day', 'Day', form.day, { hint: 'Days past the due date; with a minus before it.' }),
      form.place && place(form.place),
      form.repeats === undefined
        ? undefined
        : text('repeats', 'Again on day', form.repeats, {
            optional: true,
            hint: 'With commas: 14, 21, 28. Empty: once.',
          }),
      form.everyDays === undefined
        ? undefined
        : text('everyDays', 'Later, again every so many days', form.everyDays),
      ...(form.gate ? gate(form.gate, text) : []),
      form.deadlineDays === undefined
        ? undefined
        : text('deadlineDays', 'Days until its deadline', form.deadlineDays, {
            optional: true,
            hint: 'Empty: it names none.',
          }),
      input({
        blockId: 'asks',
        label: 'Who is asked',
        element: select({
          actionId: 'asks',
          choices: [
            { value: 'owner', text: 'the account’s owner' },
            ...roles.filter(({ value }) => value !== 'finance' || form.mayAskFinance),
          ],
          initial: form.asks,
        }),
      }),
      input({
        blockId: 'approvedBy',
        label: 'Approved by',
        optional: true,
        element: multiSelect({ actionId: 'approvedBy', choices: roles.slice(1), initial: form.approvedBy }),
      }),
    ],
  });
}

function place({ after, stages }: NonNullable<StageForm['place']>): types.InputBlock {
  const choices = [{ value: FIRST, text: 'no other: it is the first' }, ...stages];
  return input({
    blockId: 'after',
    label: 'Comes after',
    hint: 'Its place on the ladder. Days go up from one stage to the next.',
    element: select({ actionId: 'after', choices, initial: after }),
  });
}

function gate({ stages, needs, gap, deadlinePassed }: GateForm, text: Text): types.InputBlock[] {
  const passed = { value: 'yes', text: 'The deadline that they named has passed' };
  return [
    input({
      blockId: 'needs',
      label: 'Only once this is done',
      optional: true,
      hint: 'For the same invoice. Empty: it waits for its day alone.',
      element: multiSelect({ actionId: 'needs', choices: stages, initial: needs }),
    }),
    text('gap', 'And so many business days later', gap, { optional: true, hint: 'Empty: at once.' }),
    input({
      blockId: 'deadlinePassed',
      label: 'And once',
      optional: true,
      element: checkboxes({
        actionId: 'deadlinePassed',
        choices: [passed],
        initial: deadlinePassed ? ['yes'] : [],
      }),
    }),
  ];
}
