import { z } from 'zod';
import { RECALL_TITLE } from '../../../blocks/accounts/recallModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { recallHandOff } from '../../useCases/handOffs/recallHandOff.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string() });

/** A case is taken back from an agency or court. */
export const recall: ViewHandler = {
  check(view) {
    const reason = stateOf(view).text('reason');
    if (reason === '') return { errors: { reason: 'Say why: it stays on record.' } };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { debtorId } = decodeMetadata(remembered, view.private_metadata);
        const sentence = await recallHandOff(deps.db, { workspace, member, debtorId, reason, now });
        deps.wake();
        await showView(sentenceView(RECALL_TITLE, sentence));
      },
    };
  },
  saving: (view) => savingView(RECALL_TITLE, [['Reason', stateOf(view).text('reason')]]),
  again: refilled,
};
