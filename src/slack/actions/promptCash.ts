import { type CashPurpose, placeCash } from '../../useCases/payments/placeCash.ts';
import type { ActionHandler } from '../handlers.ts';
import { answerLogged } from './answerLogged.ts';

/** Finance says what money that pays nothing yet is for; the value is the prompt's id. */
export const promptCash = (purpose: CashPurpose): ActionHandler => ({
  async run(request) {
    const { deps, workspace, member, now, value } = request;
    await answerLogged(
      request,
      await placeCash(deps.db, { workspace, member, promptId: value, purpose, now }),
    );
  },
});
