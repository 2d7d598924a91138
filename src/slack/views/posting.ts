import { POSTING_TITLE } from '../../../blocks/prompts/postingModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { dayOf } from '../../core/day.ts';
import { recordPosting } from '../../useCases/notices/recordPosting.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { stateOf } from './stateOf.ts';

/** A letter was posted. */
export const posting: ViewHandler = {
  check(view) {
    const { day, text } = stateOf(view);
    const { promptId, today } = decodeMetadata(promptMemory, view.private_metadata);
    const [postedOn, number] = [day('posted_on'), text('number').trim()];
    const errors: Record<string, string> = {};
    if (!postedOn) errors.posted_on = 'Choose the day on which it was posted.';
    else if (today && postedOn > today)
      errors.posted_on = 'That day is still to come: record it once it is posted.';
    if (number === '') errors.number = 'Enter the number that stands on the receipt.';
    if (!postedOn || Object.keys(errors).length > 0) return { errors };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const posted = { workspace, member, promptId, postedOn: dayOf(postedOn), number, now };
        const sentence = await recordPosting(deps.db, posted);
        deps.wake();
        await showView(sentenceView(POSTING_TITLE, sentence));
      },
    };
  },
  saving(view) {
    const { day, text } = stateOf(view);
    return savingView(POSTING_TITLE, [
      ['Posted on', day('posted_on')],
      ['Number', text('number')],
    ]);
  },
  again: refilled,
};
