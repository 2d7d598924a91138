import { letterheadModal } from '../../../blocks/settings/letterheadModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import type { ActionHandler } from '../handlers.ts';
import { letterheadView } from '../views/letterheadForm.ts';

/** Another creditor was chosen in the letterhead's form: the same window with what is set for that one. */
export const letterheadCreditor: ActionHandler = {
  async run({ deps, workspace, member, value, now, body, showView }) {
    requireMay(member, 'manage');
    const loaded = await loadLetterhead(deps.db, workspace, value);
    await showView(body.view?.id ?? '', letterheadModal(letterheadView(loaded, now)));
  },
};
