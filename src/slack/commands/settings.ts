import { letterheadModal } from '../../../blocks/settings/letterheadModal.ts';
import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import { loadSettings } from '../../useCases/workspaces/loadSettings.ts';
import { letterheadView } from '../views/letterheadForm.ts';
import { settingsForm } from '../views/settingsForm.ts';
import type { SubCommand } from './SubCommand.ts';

/** The workspace's settings, and what stands on its letters, for managers. */
export const settings: SubCommand = {
  help: {
    usage: 'settings [letterhead]',
    does: 'Channels, times, time zone and country, currency, and who does what; with “letterhead”, what stands on letters: address, email, bank details (managers).',
    examples: ['settings', 'settings letterhead'],
  },
  opens(text) {
    return isLetterhead(parseDebtCommand(text).rest) ? 'Letterhead and bank' : 'Settings';
  },
  async run({ deps, workspace, member, words, slash }) {
    requireMay(member, 'manage');
    if (!slash?.viewId) return;
    const view = isLetterhead(words)
      ? letterheadModal(letterheadView(await loadLetterhead(deps.db, workspace)))
      : settingsModal(settingsForm(await loadSettings(deps.db, workspace)));
    await slash.showView(slash.viewId, view);
  },
};

function isLetterhead(words: string): boolean {
  return /^(letterhead|bank)\b/i.test(words);
}
