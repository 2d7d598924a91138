import { z } from 'zod';
import { PLACE_TITLE } from '../../../blocks/accounts/placeModal.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { readPlace } from '../../core/readPlace.ts';
import { correctPlace } from '../../useCases/accounts/correctPlace.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ debtorId: z.string(), debtorName: z.string() });

/** Where a customer lives, as submitted: what follows is said. */
export const place: ViewHandler = {
  check(view) {
    const { text } = stateOf(view);
    const read = readPlace({ country: text('country'), region: text('region') });
    if ('errors' in read) return { errors: read.errors };
    return {
      async save({ deps, workspace, member, now, showView }) {
        const { debtorId, debtorName } = decodeMetadata(remembered, view.private_metadata);
        const said = await correctPlace(deps.db, { workspace, member, debtorId, place: read, now });
        deps.wake();
        const where = [read.country, read.region].filter(Boolean).join(', ');
        await showView(sentenceView(PLACE_TITLE, mrkdwn`*${debtorName}*: ${where}. ${said}`));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView(PLACE_TITLE, [
      ['Country', text('country')],
      ['Region', text('region')],
    ]);
  },
  again: refilled,
};
