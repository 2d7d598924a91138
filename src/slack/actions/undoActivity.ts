import { message } from '../../../blocks/message.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { DulyError } from '../../core/DulyError.ts';
import { undoActivity as undo } from '../../useCases/calls/undoActivity.ts';
import type { ActionHandler } from '../handlers.ts';

/**
 * Takes a logged call or reply back, and says so in the place of what was logged; what could not be taken back stays there. The
 * value is the activity's id.
 */
export const undoActivity: ActionHandler = {
  async run({ deps, workspace, member, now, value, body, answer, replace, showView }) {
    let say = replace;
    const sentence = await undo(deps.db, { workspace, member, activityId: value, now }).catch(
      (error: unknown) => {
        if (!(error instanceof DulyError)) throw error;
        say = answer;
        return error.userMessage;
      },
    );
    deps.wake();
    if (body.view?.type === 'modal') await showView(body.view.id, sentenceView('Undo', sentence));
    else await say(message({ text: sentence }));
  },
};
