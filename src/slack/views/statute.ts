import { interestModal } from '../../../blocks/settings/interestModal.ts';
import { STATUTE_TITLE, TAKE_AWAY } from '../../../blocks/settings/statuteModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { loadInterestTerms } from '../../useCases/interest/loadInterestTerms.ts';
import { saveStatute } from '../../useCases/interest/saveStatute.ts';
import type { ViewHandler, ViewRequest } from '../handlers.ts';
import { decodeMetadata, encodeMetadata } from '../metadata.ts';
import { interestView } from './interestForm.ts';
import { readStatuteForm } from './readStatuteForm.ts';
import { stateOf } from './stateOf.ts';
import { baseIn, submittedStatute } from './statuteForm.ts';
import { type StatuteMemory, statuteMemory } from './statuteMemory.ts';

/** A submitted row of law: checked at its field, saved, on record; the window behind shows it at once, with what was typed there. */
export const statute: ViewHandler = {
  check(view) {
    const { id, shown, openedAt, taken, behind } = decodeMetadata(statuteMemory, view.private_metadata);
    const isTakenAway = id !== undefined && stateOf(view).choices(TAKE_AWAY).length > 0;
    const read = isTakenAway ? { wanted: null, rates: [] } : readStatuteForm(submittedStatute(view), taken);
    if ('errors' in read) return read;
    return {
      async save(request) {
        const { deps, workspace, member, now, showView } = request;
        const change = { workspace, member, id, shown, openedAt: new Date(openedAt), ...read, now };
        await saveStatute(deps.db, change);
        deps.wake();
        await showView(sentenceView(STATUTE_TITLE, isTakenAway ? TAKEN_AWAY : SAVED));
        await refreshBehind(request, behind).catch((err) =>
          deps.log.warn({ err }, 'the window behind could not be refreshed'),
        );
      },
    };
  },
  saving(view) {
    const form = submittedStatute(view);
    return savingView(STATUTE_TITLE, [
      ['Country', form.law],
      ['Name', form.name],
      ['Source', form.source],
      ['For invoices issued from', form.issuedFrom],
      ['Up to', form.issuedUntil],
      ['Points over the base rate', form.margin],
      ['Base rate', baseIn(form)],
      ['Its values', form.values],
      ['Currency', form.currency],
      ['Fixed sums', form.fixedSums],
    ]);
  },
  again: refilled,
};

const SAVED =
  'Saved: accounts and letters follow it from now on; what was sent stays as it was sent. What changed, and who changed it, is on record.';
const TAKEN_AWAY =
  'Taken away: nothing is claimed by it any more; what was sent stays as it was sent. It stays on record, with who took it away.';

/** The list behind as it is now. What it remembers stays, so that saving it undoes nothing that it did not show. */
async function refreshBehind(
  { deps, workspace, member, now, client, view }: ViewRequest,
  behind: StatuteMemory['behind'],
): Promise<void> {
  if (!view.previous_view_id) return;
  const loaded = await loadInterestTerms(deps.db, { workspace, creditorId: behind.creditorId, now });
  const shown = interestView(loaded, member.locale, now);
  await client.views.update({
    view_id: view.previous_view_id,
    view: interestModal({ ...shown, metadata: encodeMetadata(behind) }),
  });
}
