import type { types } from '@slack/bolt';
import type { Choice } from '../elements/option.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';

/** One of the open invoices, or the whole account where none is chosen. */
export function whichInvoice(
  invoices: readonly Choice[],
  initial: string | undefined,
): types.InputBlock | undefined {
  if (invoices.length === 0) return undefined;
  return input({
    blockId: 'invoice',
    label: 'Only one invoice?',
    hint: 'Empty: the whole account.',
    optional: true,
    element: select({ actionId: 'invoice', choices: invoices, initial, placeholder: 'The whole account' }),
  });
}
