import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadSettings } from '../../useCases/workspaces/loadSettings.ts';
import type { ActionHandler } from '../handlers.ts';
import { settingsView } from '../views/settingsForm.ts';

/** The settings, from the Home tab. */
export const openSettings: ActionHandler = {
  opens: 'Settings',
  async run({ deps, workspace, member, now, viewId = '', showView }) {
    requireMay(member, 'manage');
    await showView(viewId, settingsModal(settingsView(await loadSettings(deps.db, workspace), now)));
  },
};
