import { limitsModal } from '../../../blocks/settings/limitsModal.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ActionHandler } from '../handlers.ts';
import { limitsView } from '../views/limitsForm.ts';

/** The limits within which the team works, from the settings. */
export const openLimits: ActionHandler = {
  opens: 'Limits',
  async run({ workspace, member, now, viewId = '', showView }) {
    requireMay(member, 'manage');
    await showView(viewId, limitsModal(limitsView(workspace.settings, member.locale, now)));
  },
};
