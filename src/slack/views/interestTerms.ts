import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { saveInterestTerms } from '../../useCases/interest/saveInterestTerms.ts';
import type { ViewHandler } from '../handlers.ts';
import { submittedInterest } from './interestForm.ts';
import { readInterestForm } from './readInterestForm.ts';

const TITLE = 'Late-payment interest';

/** Submitted interest terms: checked at their field, saved, on record. */
export const interestTerms: ViewHandler = {
  check(view) {
    const read = readInterestForm(submittedInterest(view));
    if ('errors' in read) return read;
    return {
      async save({ deps, workspace, member, now, showView }) {
        await saveInterestTerms(deps.db, { workspace, member, wanted: read.wanted, now });
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
