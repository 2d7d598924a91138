import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { saveInterestTerms } from '../../useCases/interest/saveInterestTerms.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { submittedInterest, TEAM } from './interestForm.ts';
import { interestMemory } from './interestMemory.ts';
import { readInterestForm } from './readInterestForm.ts';
import { stateOf } from './stateOf.ts';

const TITLE = 'Late-payment interest';

/** Submitted interest terms: checked at their field, saved, on record. */
export const interestTerms: ViewHandler = {
  check(view) {
    const { creditorId, team, shown } = decodeMetadata(interestMemory, view.private_metadata);
    const chosen = stateOf(view).choice('creditor');
    if (chosen !== '' && chosen !== (creditorId ?? TEAM)) {
      return { errors: { creditor: 'One moment: the fields below are still those of the choice before.' } };
    }
    const read = readInterestForm(submittedInterest(view), team);
    if ('errors' in read) return read;
    return {
      async save({ deps, workspace, member, now, showView }) {
        const wanted = { creditorId, ...read.wanted };
        await saveInterestTerms(deps.db, { workspace, member, wanted, shown, now });
        deps.wake();
        await showView(
          sentenceView(
            TITLE,
            'Saved: accounts and letters show it from now on. What changed, and who changed it, is on record.',
          ),
        );
      },
    };
  },
  saving(view) {
    const { contract, percent } = submittedInterest(view);
    return savingView(TITLE, [
      ['Rate in your contracts', contract],
      ['Base rate', percent],
    ]);
  },
  again: refilled,
};
