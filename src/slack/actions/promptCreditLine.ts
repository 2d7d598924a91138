import { message } from '../../../blocks/message.ts';
import { decideCreditLine } from '../../useCases/habits/decideCreditLine.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager decides about the credit line of a habitual late payer; the value is the prompt's id. */
export const promptCreditLine = (decision: 'reduced' | 'kept'): ActionHandler => ({
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await decideCreditLine(deps.db, { workspace, member, promptId: value, decision, now });
    deps.wake();
    await answer(message({ text }));
  },
});
