import { interestModal } from '../../../blocks/settings/interestModal.ts';
import { letterheadModal } from '../../../blocks/settings/letterheadModal.ts';
import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { loadLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import { loadSettings } from '../../useCases/workspaces/loadSettings.ts';
import { interestView } from '../views/interestForm.ts';
import { letterheadView } from '../views/letterheadForm.ts';
import { settingsForm } from '../views/settingsForm.ts';
import type { SubCommand } from './SubCommand.ts';

const LETTERHEAD = 'Letterhead and bank';
const INTEREST = 'Late-payment interest';

/** The workspace's settings, what stands on its letters, and its late-payment interest, for managers. */
export const settings: SubCommand = {
  help: {
    usage: 'settings [letterhead|interest]',
    does: 'Channels, times, time zone and country, currency, and who does what; with “letterhead”, what stands on letters: address, email, bank details; with “interest”, what late payment costs, for the team or per creditor, and whether your terms say so (managers).',
    examples: ['settings', 'settings letterhead', 'settings interest'],
  },
  opens(text) {
    return topicOf(parseDebtCommand(text).rest) ?? 'Settings';
  },
  async run({ deps, workspace, member, words, now, slash }) {
    requireMay(member, 'manage');
    if (!slash?.viewId) return;
    const topic = topicOf(words);
    const view =
      topic === LETTERHEAD
        ? letterheadModal(letterheadView(await loadLetterhead(deps.db, workspace)))
        : topic === INTEREST
          ? interestModal(interestView(await loadInterestTerms(deps.db, { workspace, now }), member.locale))
          : settingsModal(settingsForm(await loadSettings(deps.db, workspace)));
    await slash.showView(slash.viewId, view);
  },
};

function topicOf(words: string): string | undefined {
  if (/^(letterhead|bank)\b/i.test(words)) return LETTERHEAD;
  return /^(interest|rates?)\b/i.test(words) ? INTEREST : undefined;
}
