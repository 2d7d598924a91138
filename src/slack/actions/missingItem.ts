import { message } from '../../../blocks/message.ts';
import type { MissingAnswer } from '../../core/missingAnswer.ts';
import { answerMissingItem } from '../../useCases/missingItems/answerMissingItem.ts';
import { listMissingItems } from '../../useCases/missingItems/listMissingItems.ts';
import type { ActionHandler } from '../handlers.ts';

/** What finance says about an item that is not in the last ledger file; the value is the invoice's id. */
export function missingItem(said: MissingAnswer): ActionHandler {
  return {
    async run({ deps, workspace, member, now, value, answer }) {
      const about = { workspace, member, invoiceId: value, answer: said, now };
      const text = await answerMissingItem(deps.db, about);
      await listMissingItems(deps.db, { workspace, now });
      deps.wake();
      await answer(message({ text }));
    },
  };
}
