import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { multiSelect } from '../elements/multiSelect.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { type InputOptions, input } from '../input.ts';
import { modal } from '../modal.ts';
import type { StageForm } from './StageForm.ts';

const IN_USE = { value: 'yes', text: 'This stage is in use' };
const roles = [
  { value: 'collector', text: 'a collector' },
  { value: 'manager', text: 'a manager' },
  { value: 'finance', text: 'finance' },
];

/** The form for one stage of a policy. Block ids are the names of its fields. */
export function stageModal(form: StageForm): types.ModalView {
  const text = (blockId: string, label: string, initial: string, ask: Partial<InputOptions> = {}) =>
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
      form.repeats === undefined
        ? undefined
        : text('repeats', 'Again on day', form.repeats, {
            optional: true,
            hint: 'With commas: 14, 21, 28. Empty: once.',
          }),
      form.everyDays === undefined
        ? undefined
        : text('everyDays', 'Later, again every so many days', form.everyDays),
      form.gap && text('gap', `Business days after ${form.gap.needs}`, form.gap.days),
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
          choices: [{ value: 'owner', text: 'the account’s owner' }, ...roles],
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
