import { OVERRIDE_TITLE, overrideModal } from '../../../blocks/prompts/overrideModal.ts';
import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { callLimitOf } from '../../useCases/limits/callLimitOf.ts';
import { spacingLimitOf } from '../../useCases/limits/spacingLimitOf.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';
import { requireMail } from '../requireMail.ts';
import { callLogFor } from '../views/callLogFor.ts';

/** Asks why a call is made in spite of a house limit; where none holds it back any more, the call log. The value is the prompt's id. */
export const promptCallAnyway: ActionHandler = {
  opens: OVERRIDE_TITLE,
  async run(request) {
    const { deps, workspace, member, now, value: promptId, viewId = '', showView } = request;
    requireMay(member, 'log_activity');
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId });
    const { debtorId } = prompt;
    const limit = await callLimitOf(deps.db, { workspace, prompt, now });
    if (!limit) return showView(viewId, await callLogFor(request, { debtorId, promptId, first: true }));
    const metadata = encodeMetadata({ form: newId(), promptId, debtorId });
    await showView(viewId, overrideModal({ debtorName, limit: `${limit.says}.`, what: 'call', metadata }));
  },
};

/** Asks why a reminder is sent in spite of the house's distance between messages; the value is the prompt's id. */
export const promptSendAnyway: ActionHandler = {
  opens: OVERRIDE_TITLE,
  async run({ deps, workspace, member, now, value: promptId, viewId = '', showView }) {
    requireMail(deps);
    requireMay(member, 'send_reminder');
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId });
    const says = await spacingLimitOf(deps.db, { workspace, prompt, now });
    if (says === undefined) {
      const sentence =
        'No house limit alone holds this back now. Send it from your list: it goes, or says what is in the way.';
      throw new DulyError('no_override', `prompt ${promptId}: no house limit alone holds it back`, sentence);
    }
    const metadata = encodeMetadata({ form: newId(), promptId, debtorId: prompt.debtorId });
    await showView(viewId, overrideModal({ debtorName, limit: `${says}.`, what: 'send', metadata }));
  },
};
