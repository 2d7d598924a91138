import { interestModal } from '../../../blocks/settings/interestModal.ts';
import { letterheadModal } from '../../../blocks/settings/letterheadModal.ts';
import { limitsModal } from '../../../blocks/settings/limitsModal.ts';
import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { parseDebtCommand } from '../../core/parseDebtCommand.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { loadLetterhead } from '../../useCases/workspaces/loadLetterhead.ts';
import { loadSettings } from '../../useCases/workspaces/loadSettings.ts';
import { interestView } from '../views/interestForm.ts';
import { letterheadView } from '../views/letterheadForm.ts';
import { limitsView } from '../views/limitsForm.ts';
import { settingsView } from '../views/settingsForm.ts';
import type { DebtRequest, SubCommand } from './SubCommand.ts';

const LETTERHEAD = 'Letterhead and bank';
const INTEREST = 'Late-payment interest';
const LIMITS = 'Limits';

/** The workspace's settings, what stands on its letters, its late-payment interest and its limits, for managers. */
export const settings: SubCommand = {
  help: {
    usage: 'settings [letterhead|interest|limits]',
    does: 'Channels, times, time zone and country, currency, what new customers usually are (business, sole trader, private individual), and who does what; with “letterhead”, what stands on letters: address, email, bank details; with “interest”, what late payment costs, for the team or per creditor, by which law, and whether your terms say so; with “limits”, who approves where there is one manager, from what amount two have to, how old payments may be, what is too little to chase, prompts a day (managers).',
    examples: ['settings', 'settings letterhead', 'settings interest', 'settings limits'],
  },
  opens(text) {
    return topicOf(parseDebtCommand(text).rest) ?? 'Settings';
  },
  understands: (words) => words === '' || topicOf(words) !== undefined,
  async run(request) {
    const { member, slash } = request;
    requireMay(member, 'manage');
    if (slash?.viewId) await slash.showView(slash.viewId, await formOf(request));
  },
};

async function formOf({ deps, workspace, member, words, now }: DebtRequest) {
  switch (topicOf(words)) {
    case LETTERHEAD:
      return letterheadModal(letterheadView(await loadLetterhead(deps.db, workspace), now));
    case INTEREST:
      return interestModal(
        interestView(await loadInterestTerms(deps.db, { workspace, now }), member.locale, now),
      );
    case LIMITS:
      return limitsModal(limitsView(workspace.settings, member.locale, now));
    default:
      return settingsModal(settingsView(await loadSettings(deps.db, workspace), now));
  }
}

function topicOf(words: string): string | undefined {
  if (/^(letterhead|bank)\b/i.test(words)) return LETTERHEAD;
  if (/^(limits?|approvers?)\b/i.test(words)) return LIMITS;
  return /^(interest|rates?)\b/i.test(words) ? INTEREST : undefined;
}
