import { interestModal } from '../../../blocks/settings/interestModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import type { ActionHandler } from '../handlers.ts';
import { interestView } from '../views/interestForm.ts';

/** Another choice was made in the form of late-payment interest, the team or a creditor: the same window with the terms of that one. */
export const interestCreditor: ActionHandler = {
  async run({ deps, workspace, member, value, now, body, showView }) {
    requireMay(member, 'manage');
    const loaded = await loadInterestTerms(deps.db, { workspace, creditorId: value, now });
    await showView(body.view?.id ?? '', interestModal(interestView(loaded, member.locale, now)));
  },
};
