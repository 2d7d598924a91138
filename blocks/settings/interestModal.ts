import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { checkboxes } from '../elements/checkboxes.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { InterestForm, InterestView, StatuteLine } from './InterestForm.ts';

const WHOSE = [
  { value: 'team', text: 'Those of the team, also when they change' },
  { value: 'own', text: 'Its own terms, as below' },
];
/** The value of the button for a row that is not there yet. */
export const NEW_STATUTE = 'new';
const LATE_CHARGES = { value: 'late_charges', text: 'Our terms provide for late charges' };

/**
 * On what late-payment interest stands, for the team or for one creditor, the rows of law there are, and base rates to enter. Block ids are the fields' names;
 * action ids also name whose terms are shown, so that what was typed for one is never shown for another; a base rate holds for all, and what
 * was typed of it stays.
 */
export function interestModal(view: InterestView): types.ModalView {
  const { creditors, creditor, form, laws, rates, metadata } = view;
  const actionId = (field: keyof InterestForm) => `${field}:${creditor}`;
  return modal({
    callbackId: 'interest_terms',
    title: 'Late-payment interest',
    close: 'Cancel',
    metadata,
    blocks: [
      creditors.length > 1 ? which(view) : undefined,
      form.whose === ''
        ? undefined
        : input({
            blockId: 'whose',
            label: 'Terms of this creditor',
            element: radioButtons({ actionId: actionId('whose'), choices: WHOSE, initial: form.whose }),
          }),
      header('On what it stands'),
      input({
        blockId: 'contract',
        label: 'Rate in your contracts, percent a year',
        optional: true,
        hint: 'Only where your terms name one: it goes before the law. Private customers and sole traders never get interest.',
        element: textInput({
          actionId: actionId('contract'),
          initial: form.contract,
          maxLength: 10,
          placeholder: '8.5',
        }),
      }),
      input({
        blockId: 'law',
        label: 'Law that governs your contracts',
        element: select({ actionId: actionId('law'), choices: laws, initial: form.law }),
      }),
      input({
        blockId: 'lateCharges',
        label: 'Late charges',
        optional: true,
        hint: 'The reminder on the due date then says so, to businesses only. Tick it only where it is true.',
        element: checkboxes({
          actionId: actionId('lateCharges'),
          choices: [LATE_CHARGES],
          initial: form.lateCharges ? [LATE_CHARGES.value] : [],
        }),
      }),
      header('Laws on late payment'),
      ...view.statutes.map(statuteLine),
      actions([button({ text: 'Add a row of law', actionId: 'statute_open', value: NEW_STATUTE })]),
      header('Base rates'),
      input({
        blockId: 'rate',
        label: 'Base rate to enter or correct',
        optional: true,
        hint: 'Twice a year there is a new one. Until it is entered nothing is worked out with it. It holds for all creditors.',
        element: select({ actionId: 'rate', choices: rates, initial: form.rate || undefined }),
      }),
      input({
        blockId: 'percent',
        label: 'What it is, percent a year',
        optional: true,
        hint: 'British: the Bank of England’s rate on the 30 June or 31 December before. German: what the Bundesbank announces for that half-year. Of a law that you added: as that law says.',
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

function statuteLine({ id, law, holds, source, gives, unknown }: StatuteLine): types.SectionBlock {
  const lines = [
    mrkdwn`*${law}*, ${holds}`,
    mrkdwn`${source}`,
    mrkdwn`${gives}`,
    ...(unknown ? [mrkdwn`:warning: ${unknown}`] : []),
  ];
  const change =
    id && button({ text: 'Change', actionId: 'statute_open', value: id, label: `Change ${law}` });
  return section(join(lines), change ? { accessory: change } : {});
}

function which({ creditors, creditor }: InterestView): types.InputBlock {
  return input({
    blockId: 'creditor',
    label: 'Whose terms',
    dispatch: true,
    element: select({ actionId: 'interest_creditor', choices: creditors, initial: creditor }),
  });
}
