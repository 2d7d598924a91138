import { HAND_OVER_TITLE } from '../../../blocks/prompts/handOverModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { handOverPrompt } from '../../useCases/prompts/handOverPrompt.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

/** A prompt goes to a colleague. */
export const handOver: ViewHandler = {
  check(view) {
    const { member: chosen, text } = stateOf(view);
    const toSlackUserId = chosen('to');
    if (!toSlackUserId) return { errors: { to: 'Choose who takes it over.' } };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { form, promptId } = decodeMetadata(promptMemory, view.private_metadata);
        const given = { workspace, member, promptId, toSlackUserId, note: text('note'), key: form, now };
        const sentence = await handOverPrompt(deps.db, given);
        deps.wake();
        await showView(sentenceView(HAND_OVER_TITLE, sentence));
      },
    };
  },
  saving: (view) => savingView(HAND_OVER_TITLE, [['Note', stateOf(view).text('note')]]),
  again: refilled,
};
