import { CREDIT_HOLD_TITLE } from '../../../blocks/prompts/creditHoldModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { proposeCreditHold } from '../../useCases/creditHolds/proposeCreditHold.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

const texts = ['right', 'openOrders', 'accountManagerView'] as const;

/** A credit hold that was weighed, to be approved. */
export const creditHold: ViewHandler = {
  check(view) {
    const { text, choice } = stateOf(view);
    const may = choice('mayStop');
    const errors: Record<string, string> = {};
    for (const field of texts) if (text(field) === '') errors[field] = 'The approvers need to read this.';
    if (may === '') errors.mayStop = 'Choose one.';
    if (Object.keys(errors).length > 0) return { errors };
    const [right, openOrders, accountManagerView] = [
      text('right'),
      text('openOrders'),
      text('accountManagerView'),
    ];
    const plan = { right, openOrders, accountManagerView };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { promptId } = decodeMetadata(promptMemory, view.private_metadata);
        const proposal = { workspace, member, promptId, mayStop: may === 'yes', plan, now };
        const sentence = await proposeCreditHold(deps.db, proposal);
        deps.wake();
        await showView(sentenceView(CREDIT_HOLD_TITLE, sentence));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView(CREDIT_HOLD_TITLE, [
      ['Where the contract says so', text('right')],
      ['Open orders', text('openOrders')],
      ['What the account manager says', text('accountManagerView')],
    ]);
  },
  again: refilled,
};
