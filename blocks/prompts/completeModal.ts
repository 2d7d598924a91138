import type { types } from '@slack/bolt';
import { checkboxes } from '../elements/checkboxes.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const COMPLETE = 'complete_invoices';
export const COMPLETE_TITLE = 'Complete invoices';
/** Block ids of order numbers begin with this, the invoice's id follows. */
export const ORDER = 'order:';

const NO_ORDER = { value: 'none', text: 'They pay without order numbers' };
const CONFIRMED = { value: 'yes', text: 'The customer confirmed this' };
/** A form has room for so many order numbers; the others are asked for by the next one. */
const MOST_ORDERS = 40;

export interface CompleteForm {
  readonly debtorName: string;
  /** "1041: no order number", an invoice each */
  readonly missing: readonly string[];
  readonly advice: string;
  readonly terms: string;
  readonly payMethod: string;
  readonly portal: string;
  readonly withoutOrderNumber: boolean;
  /** invoices without an order number */
  readonly orders: readonly { readonly id: string; readonly number: string }[];
  readonly metadata: string;
}

/** What an invoice needs to be paid on time, as the customer confirms it. */
export function completeModal(form: CompleteForm): types.ModalView {
  const words = (blockId: string, label: string, hint: string, initial: string) =>
    input({ blockId, label, hint, element: textInput({ actionId: blockId, initial, maxLength: 200 }) });
  return modal({
    callbackId: COMPLETE,
    title: COMPLETE_TITLE,
    submit: 'Keep it',
    close: 'Cancel',
    metadata: form.metadata,
    blocks: [
      section(join([mrkdwn`*${form.debtorName}*`, ...form.missing.map((line) => mrkdwn`• ${line}`)])),
      section(mrkdwn`*What to say:* ${form.advice}`),
      words('terms', 'Terms', 'Such as “30 days from the invoice date”.', form.terms),
      words(
        'payMethod',
        'How do they pay?',
        'Such as “bank transfer, payment run on Thursdays”.',
        form.payMethod,
      ),
      words('portal', 'Their portal for invoices', 'Its address or name, or “none”.', form.portal),
      input({
        blockId: 'withoutOrderNumber',
        label: 'Order numbers',
        optional: true,
        element: checkboxes({
          actionId: 'withoutOrderNumber',
          choices: [NO_ORDER],
          initial: form.withoutOrderNumber ? [NO_ORDER.value] : [],
        }),
      }),
      ...form.orders.slice(0, MOST_ORDERS).map(({ id, number }) =>
        input({
          blockId: `${ORDER}${id}`,
          label: `Order number of ${number}`,
          optional: true,
          element: textInput({ actionId: 'order', maxLength: 60 }),
        }),
      ),
      input({
        blockId: 'confirmed',
        label: 'Confirmed with the customer?',
        element: checkboxes({ actionId: 'confirmed', choices: [CONFIRMED] }),
      }),
    ],
  });
}
