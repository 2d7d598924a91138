import { lookView } from '../../../blocks/approvals/lookView.ts';
import { isLetter } from '../../useCases/notices/isLetter.ts';
import { previewReminder } from '../../useCases/notices/previewReminder.ts';
import type { ActionHandler } from '../handlers.ts';

/** Shows word for word what a prompt would mail, with a button that mails it; the value is the prompt's id. */
export const promptLook: ActionHandler = {
  opens: 'What will be sent',
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    const { built, outcome } = await previewReminder(deps.db, { workspace, promptId: value, member, now });
    const { recipient, sender, rendered, data, figures } = built;
    await showView(
      viewId,
      lookView({
        send: { actionId: 'prompt_send', value },
        debtorName: data.debtor.name,
        to: `${recipient.name} <${recipient.email}>`,
        replyTo: sender?.email,
        subject: rendered.subject,
        text: rendered.text,
        warnings: figures.interestWithheld,
        isLetter: isLetter(data.kind),
        outcome,
      }),
    );
  },
};
