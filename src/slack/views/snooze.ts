import { SNOOZE_TITLE } from '../../../blocks/prompts/snoozeModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { dayOf } from '../../core/day.ts';
import { snoozePrompt } from '../../useCases/prompts/snoozePrompt.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

/** A prompt is put off until the morning of a day. */
export const snooze: ViewHandler = {
  check(view) {
    const until = stateOf(view).day('until');
    if (!until) return { errors: { until: 'Choose a day.' } };
    const { form, promptId, today, latest } = decodeMetadata(promptMemory, view.private_metadata);
    if (today && until <= today) return { errors: { until: 'Choose a day that is still to come.' } };
    if (latest && until > latest) {
      return {
        errors: { until: 'A prompt can be put off by five business days at most: choose an earlier day.' },
      };
    }
    return {
      async save({ deps, workspace, member, now, showView }) {
        const putOff = { workspace, member, promptId, until: dayOf(until), key: form, now };
        const sentence = await snoozePrompt(deps.db, putOff);
        deps.wake();
        await showView(sentenceView(SNOOZE_TITLE, sentence));
      },
    };
  },
  saving: (view) => savingView(SNOOZE_TITLE, [['Until', stateOf(view).day('until')]]),
  again: refilled,
};
