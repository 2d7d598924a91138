import { letterheadModal } from '../../../blocks/settings/letterheadModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import type { ActionHandler } from '../handlers.ts';
import { letterheadView } from '../views/letterheadForm.ts';

/** What stands on letters, from the settings. */
export const openLetterhead: ActionHandler = {
  opens: 'Letterhead and bank',
  async run({ deps, workspace, member, now, viewId = '', showView }) {
    requireMay(member, 'manage');
    const loaded = await loadLetterhead(deps.db, workspace);
    await showView(viewId, letterheadModal(letterheadView(loaded, now)));
  },
};
