import { z } from 'zod';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { shownFormSchema } from '../../core/shownForm.ts';
import { saveLetterhead } from '../../useCases/workspaces/saveLetterhead.ts';
import { publishHome } from '../events/publishHome.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { submittedLetterhead } from './letterheadForm.ts';
import { readLetterheadForm } from './readLetterheadForm.ts';
import { stateOf } from './stateOf.ts';

const TITLE = 'Letterhead and bank';
const remembered = z.object({ creditorId: z.string().optional(), shown: shownFormSchema.optional() });

/** A submitted letterhead: checked at its fields, saved, on record, and new bank details told to the other managers. */
export const letterhead: ViewHandler = {
  check(view) {
    const { creditorId, shown } = decodeMetadata(remembered, view.private_metadata);
    const chosen = stateOf(view).choice('creditor');
    if (chosen !== '' && chosen !== creditorId) {
      return { errors: { creditor: 'One moment: the fields below are still those of the creditor before.' } };
    }
    const read = readLetterheadForm(submittedLetterhead(view));
    if ('errors' in read) return read;
    return {
      async save(request) {
        const { deps, workspace, member, now, showView } = request;
        const { wanted } = read;
        const change = { workspace, member, creditorId, wanted, shown, now };
        const { told } = await saveLetterhead(deps.db, change);
        deps.wake();
        const others = told === 1 ? 'The other manager is' : `The ${told} other managers are`;
        await showView(
          sentenceView(
            TITLE,
            mrkdwn`Saved: the next letter of *${wanted.name}* shows it. Who changed what is on record.`,
            ...(told > 0 ? [`${others} told that the bank details are new.`] : []),
          ),
        );
        await publishHome(request);
      },
    };
  },
  saving(view) {
    const { name, address, email, phone, iban, sortCode, account } = submittedLetterhead(view);
    return savingView(TITLE, [
      ['Company', name],
      ['Address', address],
      ['Email', email],
      ['Telephone', phone],
      ['IBAN', iban],
      ['Sort code', sortCode],
      ['Account number', account],
    ]);
  },
  again: refilled,
};
