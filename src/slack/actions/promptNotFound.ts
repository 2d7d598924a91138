import { message } from '../../../blocks/message.ts';
import { missPayment } from '../../useCases/holds/missPayment.ts';
import type { ActionHandler } from '../handlers.ts';

/** Finance did not find the money that a customer says to have paid; the value is the prompt's id. */
export const promptNotFound: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await missPayment(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
    await answer(message({ text }));
  },
};
