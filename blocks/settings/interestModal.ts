import type { types } from '@slack/bolt';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import type { InterestView } from './InterestForm.ts';

/** On what late-payment interest stands, and base rates to enter. Block and action ids are the fields' names. */
export function interestModal({ form, laws, rates }: InterestView): types.ModalView {
  return modal({
    callbackId: 'interest_terms',
    title: 'Late-payment interest',
    close: 'Cancel',
    blocks: [
      header('On what it stands'),
      input({
        blockId: 'contract',
        label: 'Rate in your contracts, percent a year',
        optional: true,
        hint: 'Only where your terms name one: it goes before the law. Private customers and sole traders never get interest.',
        element: textInput({
          actionId: 'contract',
          initial: form.contract,
          maxLength: 10,
          placeholder: '8.5',
        }),
      }),
      input({
        blockId: 'law',
        label: 'Law that governs your contracts',
        element: select({ actionId: 'law', choices: laws, initial: form.law }),
      }),
      header('Base rates'),
      input({
        blockId: 'rate',
        label: 'Base rate to enter or correct',
        optional: true,
        hint: 'Twice a year there is a new one. Until it is entered nothing is worked out with it.',
        element: select({ actionId: 'rate', choices: rates, initial: form.rate || undefined }),
      }),
      input({
        blockId: 'percent',
        label: 'What it is, percent a year',
        optional: true,
        element: textInput({
          actionId: 'percent',
          initial: form.percent,
          maxLength: 10,
          placeholder: '3.75',
        }),
      }),
    ],
  });
}
