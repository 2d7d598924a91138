import { CALL_LOG_TITLE } from '../../../blocks/calls/callLogView.ts';
import { slackText } from '../../core/slackText.ts';
import type { ShortcutHandler } from '../handlers.ts';
import { callLogWithoutAccount } from '../views/callLogWithoutAccount.ts';

/** *Log a call* from anywhere; used on a message, its text becomes the note. */
export const logCall: ShortcutHandler = {
  opens: CALL_LOG_TITLE,
  async run(request) {
    const { messageText, viewId, showView } = request;
    const notes = slackText(messageText).text || undefined;
    await showView(viewId, callLogWithoutAccount(request, { entries: { notes } }));
  },
};
