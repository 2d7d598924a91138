import { message } from '../../../blocks/message.ts';
import { type CashPurpose, placeCash } from '../../useCases/payments/placeCash.ts';
import type { ActionHandler } from '../handlers.ts';

/** Finance says what money that pays nothing yet is for; the value is the prompt's id. */
export const promptCash = (purpose: CashPurpose): ActionHandler => ({
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await placeCash(deps.db, { workspace, member, promptId: value, purpose, now });
    deps.wake();
    await answer(message({ text }));
  },
});
