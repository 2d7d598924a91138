import type { types } from '@slack/bolt';
import { debtorKindChoices } from '../debtorKindChoices.ts';
import { multiSelect } from '../elements/multiSelect.ts';
import { textInput } from '../elements/textInput.ts';
import { type InputOptions, input } from '../input.ts';
import { modal } from '../modal.ts';

/** For whom a policy is, as typed. */
export interface AboutForm {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly countries: string;
  readonly owes: string;
  readonly tags: string;
  readonly metadata: string;
}

/** The form for the name of a policy and the debtors it is for. Block ids are the names of its fields. */
export function aboutModal(form: AboutForm): types.ModalView {
  const text = (
    blockId: string,
    label: string,
    initial: string,
    ask: Partial<InputOptions> & { multiline?: boolean } = {},
  ) => {
    const { multiline = false, ...rest } = ask;
    return input({
      blockId,
      label,
      ...rest,
      element: textInput({ actionId: blockId, initial, maxLength: 300, multiline }),
    });
  };
  return modal({
    callbackId: 'policy_about',
    title: 'For whom',
    submit: 'Save to the draft',
    close: 'Cancel',
    metadata: form.metadata,
    blocks: [
      text('name', 'Name of the policy', form.name),
      input({
        blockId: 'kinds',
        label: 'Kind of customer',
        optional: true,
        element: multiSelect({ actionId: 'kinds', choices: debtorKindChoices, initial: form.kinds }),
        hint: 'Empty: every kind. The same below: what is empty fits everybody.',
      }),
      text('countries', 'Countries', form.countries, {
        optional: true,
        hint: 'Two letters each, with commas: GB, IE.',
      }),
      text('owes', 'Owing at least', form.owes, {
        optional: true,
        multiline: true,
        hint: 'A line for each currency: GBP 10,000.',
      }),
      text('tags', 'Tags', form.tags, {
        optional: true,
        hint: 'With commas; one is enough. Of several policies that fit the narrowest is taken: a tag before an amount, an amount before a country, a country before a kind.',
      }),
    ],
  });
}
