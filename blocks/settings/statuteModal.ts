import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { datePicker } from '../elements/datePicker.ts';
import { radioButtons } from '../elements/radioButtons.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { OTHER_BASE, type StatuteForm, type StatuteView } from './StatuteForm.ts';

export const STATUTE_TITLE = 'Law on late payment';

const RATED = [
  { value: 'half_year', text: 'It follows the base rate each half-year' },
  { value: 'start', text: 'It stays as it was in the half-year in which interest began' },
];
const YEAR_DAYS = [
  { value: '365', text: '365' },
  { value: '360', text: '360' },
];
/** The field that takes the row away. */
export const TAKE_AWAY = 'take_away';
const BY_MISTAKE = { value: TAKE_AWAY, text: 'It was entered by mistake: take it away' };

/** A row of late-payment law, new or to be changed. Block and action ids are the fields' names. */
export function statuteModal({ form, bases, isNew, metadata }: StatuteView): types.ModalView {
  const text = (name: keyof StatuteForm, label: string, ask: TextField = {}) => {
    const { hint, optional, ...rest } = ask;
    const element = textInput({ actionId: name, initial: form[name], ...rest });
    return input({ blockId: name, label, element, ...(hint && { hint }), ...(optional && { optional }) });
  };
  const day = (name: 'issuedFrom' | 'issuedUntil', label: string, hint: string, optional: boolean) =>
    input({
      ...{ blockId: name, label, hint, optional },
      element: datePicker({ actionId: name, initial: form[name] }),
    });
  const radio = (name: 'rated' | 'yearDays', label: string, choices: typeof RATED) =>
    input({
      ...{ blockId: name, label },
      element: radioButtons({ actionId: name, choices, initial: form[name] }),
    });
  return modal({
    callbackId: 'statute',
    title: STATUTE_TITLE,
    close: 'Back',
    metadata,
    blocks: [
      header('Which law'),
      text('law', 'Country', {
        maxLength: 20,
        placeholder: 'NL',
        hint: 'Two letters. It holds where this law governs the contract, between businesses only: private individuals and sole traders never get interest.',
      }),
      text('name', 'Name of the law', {
        maxLength: 150,
        placeholder: 'art. 6:119a Burgerlijk Wetboek',
        hint: 'Letters name it where they state interest.',
      }),
      text('source', 'Source', {
        maxLength: 500,
        multiline: true,
        hint: 'Which law and article say so, and where they can be read. For the team: it stands on no letter.',
      }),
      day(
        'issuedFrom',
        'For invoices issued from',
        'A later row of the same law holds from its own day on, and takes nothing from what was issued before. From the day of your first row on your rows stand in the place of those that Duly comes with.',
        false,
      ),
      day(
        'issuedUntil',
        'Up to',
        'Only where the law has ended: for what is issued later it gives nothing.',
        true,
      ),
      header('What it gives'),
      text('margin', 'Points over the base rate, percent a year', { maxLength: 10, placeholder: '8' }),
      input({
        blockId: 'base',
        label: 'Base rate',
        element: select({
          actionId: 'base',
          choices: [{ value: OTHER_BASE, text: 'Another one, named below' }, ...bases],
          initial: form.base,
        }),
      }),
      text('otherBase', 'Name of another base rate', {
        ...{ optional: true, maxLength: 50, placeholder: 'ECB main refinancing rate' },
        hint: 'Without “the”: letters say “8% over the …”.',
      }),
      text('values', 'Values of the base rate', {
        ...{ optional: true, multiline: true, maxLength: 2000, placeholder: '2026-07-01 2.15' },
        hint: 'A line for each half-year: its first day and the percent. What is entered already stays; later ones are entered in the window behind this one. Where one is missing no interest that needs it is claimed.',
      }),
      radio('rated', 'How the rate moves', RATED),
      radio('yearDays', 'Days of a year', YEAR_DAYS),
      text('currency', 'Currency of fixed sums', { maxLength: 10, placeholder: 'EUR' }),
      text('fixedSums', 'Fixed sums', {
        ...{ optional: true, multiline: true, maxLength: 1000, placeholder: '40' },
        hint: 'What the law gives once for an invoice, beside interest: one amount, or a line for each size of debt, the smallest first, such as 40, then “from 1,000: 70”.',
      }),
      isNew
        ? undefined
        : input({
            blockId: TAKE_AWAY,
            label: 'This row',
            optional: true,
            hint: 'Interest by it is not claimed any more; where Duly comes with a row of this law, that one holds again. What was sent stays as it was sent.',
            element: checkboxes({ actionId: TAKE_AWAY, choices: [BY_MISTAKE] }),
          }),
    ],
  });
}

interface TextField {
  readonly hint?: string;
  readonly optional?: boolean;
  readonly multiline?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
}
