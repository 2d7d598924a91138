import { z } from 'zod';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { shownFormSchema } from '../../core/shownForm.ts';
import { saveLimits } from '../../useCases/workspaces/saveLimits.ts';
import { publishHome } from '../events/publishHome.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { submittedLimits } from './limitsForm.ts';
import { readLimitsForm } from './readLimitsForm.ts';

const TITLE = 'Limits';
const remembered = z.object({ shown: shownFormSchema });

/** Submitted limits: checked at their field, saved, on record. */
export const limits: ViewHandler = {
  check(view) {
    const read = readLimitsForm(submittedLimits(view));
    if ('errors' in read) return read;
    return {
      async save(request) {
        const { deps, workspace, member, now, showView } = request;
        const { shown } = decodeMetadata(remembered, view.private_metadata);
        await saveLimits(deps.db, { workspace, member, wanted: read.wanted, shown, now });
        deps.wake();
        await showView(
          sentenceView(
            TITLE,
            'Saved: the limits hold from now on, for requests that are open too. What changed, and who changed it, is on record.',
          ),
        );
        await publishHome(request);
      },
    };
  },
  saving(view) {
    const form = submittedLimits(view);
    const { twoApproversOver, freshnessDays, smallBalance, promptsADay } = form;
    return savingView(TITLE, [
      ['Two approvers for more than', twoApproversOver],
      ['Payments are fresh for', freshnessDays],
      ['Small balance', smallBalance],
      ['Prompts a day', promptsADay],
      ['Personal data are kept for', form.recordsYears],
      ['Of private individuals of an agency’s client', form.recordsYearsRegulationF],
    ]);
  },
  again: refilled,
};
