import { POSTING_TITLE, postingModal } from '../../../blocks/prompts/postingModal.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks when and under which number a letter was posted; the value is the prompt's id. */
export const promptPosted: ActionHandler = {
  opens: POSTING_TITLE,
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId: value });
    const today = isoDay(todayOf(workspace, now));
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId: prompt.debtorId, today });
    await showView(viewId, postingModal({ debtorName, metadata, today }));
  },
};
