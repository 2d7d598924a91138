import { CEASE_NOTICE_TITLE, ceaseNoticeModal } from '../../../blocks/accounts/ceaseNoticeModal.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { requireMay } from '../../core/permissions.ts';
import { REMEDY_CHARACTERS } from '../../core/remedyProblem.ts';
import { ceaseNoticeOffer } from '../../useCases/notices/ceaseNoticeOffer.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

const NOTHING =
  'Nothing of the kind may be written to them now. What stops the account stands behind its button “Why?”.';

/** Asks which notice is to go after a wish to cease contact; the value is the debtor's id. */
export const openCeaseNotice: ActionHandler = {
  opens: CEASE_NOTICE_TITLE,
  async run({ deps, workspace, member, now, value: debtorId, viewId = '', showView }) {
    requireMay(member, 'send_reminder');
    const offer = await ceaseNoticeOffer(deps.db, { workspace, debtorId, now });
    const metadata = encodeMetadata({ debtorId });
    const form = offer && ceaseNoticeModal({ ...offer, remedyCharacters: REMEDY_CHARACTERS, metadata });
    await showView(viewId, form ?? sentenceView(CEASE_NOTICE_TITLE, NOTHING));
  },
};
