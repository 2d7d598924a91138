import { z } from 'zod';
import { KIND_TITLE } from '../../../blocks/accounts/kindModal.ts';
import { join } from '../../../blocks/join.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { debtorKindName } from '../../core/debtorKindName.ts';
import { debtorKinds } from '../../core/debtorKinds.ts';
import { correctKind } from '../../useCases/kinds/correctKind.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string() });

/** What an account is, as submitted, and what shows it: what follows is said. */
export const kind: ViewHandler = {
  check(view) {
    const { choice, text } = stateOf(view);
    const wanted = debtorKinds.find((one) => one === choice('kind'));
    const reason = text('reason');
    if (!wanted) return { errors: { kind: 'Choose one of them.' } };
    if (reason === '') return { errors: { reason: 'Say what shows it: it stays on record.' } };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { debtorId, debtorName } = decodeMetadata(remembered, view.private_metadata);
        const correction = { workspace, member, debtorId, kind: wanted, reason, now };
        const said = await correctKind(deps.db, correction);
        deps.wake();
        await showView(sentenceView(KIND_TITLE, mrkdwn`*${debtorName}*`, join(said, ' ')));
      },
    };
  },
  saving(view) {
    const { choice, text } = stateOf(view);
    return savingView(KIND_TITLE, [
      ['It is a', debtorKindName(choice('kind'))],
      ['What shows it', text('reason')],
    ]);
  },
  again: refilled,
};
