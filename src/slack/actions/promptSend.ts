import { message } from '../../../blocks/message.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { sendReminder } from '../../useCases/notices/sendReminder.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/** Mails what a prompt asks to be sent; the value is the prompt's id. Clicked in the window that shows the text, it answers there. */
export const promptSend: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, client, answer }) {
    requireMail(deps);
    const { said } = await sendReminder(deps.db, { workspace, promptId: value, member, now });
    deps.wake();
    if (body.view?.type === 'modal') {
      await client.views.update({ view_id: body.view.id, view: sentenceView('What will be sent', said) });
    } else await answer(message({ text: said }));
  },
};
