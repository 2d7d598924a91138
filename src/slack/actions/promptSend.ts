import { actions } from '../../../blocks/actions.ts';
import { message } from '../../../blocks/message.ts';
import { sendAnywayButton } from '../../../blocks/prompts/sendAnywayButton.ts';
import { section } from '../../../blocks/section.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { DulyError } from '../../core/DulyError.ts';
import { sendReminder } from '../../useCases/notices/sendReminder.ts';
import type { ActionHandler, ActionRequest } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/**
 * Mails what a prompt asks to be sent; the value is the prompt's id. Clicked in the window that shows the text, it answers there. What a house
 * limit alone holds back can be sent with a reason.
 */
export const promptSend: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value, body, client, answer } = request;
    requireMail(deps);
    try {
      const { said } = await sendReminder(deps.db, { workspace, promptId: value, member, now });
      deps.wake();
      if (body.view?.type === 'modal') {
        await client.views.update({ view_id: body.view.id, view: sentenceView('What will be sent', said) });
      } else await answer(message({ text: said }));
    } catch (error) {
      if (!(error instanceof DulyError) || error.code !== 'house_limit') throw error;
      await offerOverride(request, error.userMessage);
    }
  },
};

async function offerOverride({ answer, value: promptId }: ActionRequest, text: string): Promise<void> {
  const blocks = [section(text), actions([sendAnywayButton({ promptId })])];
  await answer(message({ text, blocks }));
}
