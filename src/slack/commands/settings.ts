import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadSettings } from '../../useCases/workspaces/loadSettings.ts';
import { settingsForm } from '../views/settingsForm.ts';
import type { SubCommand } from './SubCommand.ts';

/** The workspace's settings, for managers. */
export const settings: SubCommand = {
  help: {
    usage: 'settings',
    does: 'Channels, times, time zone and country, currency, and who does what (managers).',
    examples: ['settings'],
  },
  opens: () => 'Settings',
  async run({ deps, workspace, member, slash }) {
    requireMay(member, 'manage');
    if (!slash?.viewId) return;
    await slash.showView(slash.viewId, settingsModal(settingsForm(await loadSettings(deps.db, workspace))));
  },
};
