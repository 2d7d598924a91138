import { COMPLETE_TITLE, ORDER } from '../../../blocks/prompts/completeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { completeInvoices as complete } from '../../useCases/arrivals/completeInvoices.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

/** What new invoices lacked, as the customer confirmed it. */
export const completeInvoices: ViewHandler = {
  check(view) {
    const { text, choices } = stateOf(view);
    const errors: Record<string, string> = {};
    for (const field of ['terms', 'payMethod', 'portal'])
      if (text(field) === '') errors[field] = 'Ask the customer, and write what they say.';
    if (choices('confirmed').length === 0) errors.confirmed = 'Confirm it with the customer first.';
    if (Object.keys(errors).length > 0) return { errors };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { form, promptId } = decodeMetadata(promptMemory, view.private_metadata);
        const orders = Object.keys(view.state.values).filter((blockId) => blockId.startsWith(ORDER));
        const sentence = await complete(deps.db, {
          workspace,
          member,
          promptId,
          terms: text('terms'),
          payMethod: text('payMethod'),
          portal: text('portal'),
          withoutOrderNumber: choices('withoutOrderNumber').length > 0,
          orderNumbers: Object.fromEntries(
            orders.map((blockId) => [blockId.slice(ORDER.length), text(blockId)]),
          ),
          key: `complete:${form}`,
          now,
        });
        deps.wake();
        await showView(sentenceView(COMPLETE_TITLE, sentence));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView(COMPLETE_TITLE, [
      ['Terms', text('terms')],
      ['How they pay', text('payMethod')],
      ['Portal', text('portal')],
    ]);
  },
  again: refilled,
};
