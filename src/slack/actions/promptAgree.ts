import { message } from '../../../blocks/message.ts';
import { decideAgreement } from '../../useCases/agreements/decideAgreement.ts';
import type { ActionHandler } from '../handlers.ts';

/** A manager agrees to what was recorded, or does not; the value is the prompt's id. */
export const promptAgree = (agrees: boolean): ActionHandler => ({
  async run({ deps, workspace, member, now, value, answer }) {
    const text = await decideAgreement(deps.db, { workspace, member, promptId: value, agrees, now });
    deps.wake();
    await answer(message({ text }));
  },
});
