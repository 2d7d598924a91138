import { VISIT_TITLE } from '../../../blocks/prompts/visitModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { type Met, recordVisit } from '../../useCases/visits/recordVisit.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { promptMemory } from './PromptMemory.ts';
import { showLogged } from './showLogged.ts';
import { stateOf } from './stateOf.ts';

/** What came of a visit in person. */
export const visitReport: ViewHandler = {
  check(view, now) {
    const { choice, instant, text } = stateOf(view);
    const [met, at, words] = [choice('met'), instant('at'), text('words')];
    const errors: Record<string, string> = {};
    if (met === '') errors.met = 'Choose whom you met.';
    if (words === '') errors.words = 'Write what was said, or what you saw.';
    if (!at) errors.at = 'Choose the day and the time.';
    else if (at > now) errors.at = 'That is still to come: report it once it took place.';
    if (!at || Object.keys(errors).length > 0) return { errors };
    return {
      async save(request) {
        const { deps, workspace, member } = request;
        const { form, promptId } = decodeMetadata(promptMemory, view.private_metadata);
        const report = { workspace, member, promptId, met: metOf(met), at, words, key: `visit:${form}` };
        await showLogged(request, await recordVisit(deps.db, { ...report, now: request.now }));
      },
    };
  },
  saving: (view) => savingView(VISIT_TITLE, [['What was said', stateOf(view).text('words')]]),
  again: refilled,
};

function metOf(chosen: string): Met {
  return chosen === 'nobody' || chosen === 'somebody_else' ? chosen : { contactId: chosen };
}
