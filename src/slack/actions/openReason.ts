import type { types } from '@slack/bolt';
import { END_LEGAL_HOLD_TITLE, endLegalHoldModal } from '../../../blocks/accounts/endLegalHoldModal.ts';
import { LEGAL_HOLD_TITLE, legalHoldModal } from '../../../blocks/accounts/legalHoldModal.ts';
import { NOT_VALIDATED_TITLE, notValidatedModal } from '../../../blocks/accounts/notValidatedModal.ts';
import { RECALL_TITLE, recallModal } from '../../../blocks/accounts/recallModal.ts';
import { RELEASE_TITLE, releaseModal } from '../../../blocks/accounts/releaseModal.ts';
import { WRITE_OFF_BACK_TITLE, writeOffBackModal } from '../../../blocks/accounts/writeOffBackModal.ts';
import { type Act, requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks why something about an account is ended; the value is the debtor's id. */
const asking = (
  opens: string,
  act: Act,
  form: (account: { debtorName: string; metadata: string }) => types.ModalView,
): ActionHandler => ({
  opens,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, act);
    const debtor = await debtorOf(deps.db, workspace.id, value);
    const metadata = encodeMetadata({ debtorId: debtor.id });
    await showView(viewId, form({ debtorName: debtor.name, metadata }));
  },
});

/** A case is recalled from an agency or court. */
export const openRecall = asking(RECALL_TITLE, 'manage', recallModal);
/** A credit hold is released before it was asked for. */
export const openRelease = asking(RELEASE_TITLE, 'log_activity', releaseModal);
/** What was logged as the validation notice was none. */
export const openNotValidated = asking(NOT_VALIDATED_TITLE, 'lift_refusal', notValidatedModal);
/** What was agreed to be written off is collected again. */
export const openWriteOffBack = asking(WRITE_OFF_BACK_TITLE, 'agree', writeOffBackModal);
/** The records of an account are to be kept beyond their time. */
export const openLegalHold = asking(LEGAL_HOLD_TITLE, 'manage', legalHoldModal);
/** They need not be kept any longer. */
export const openEndLegalHold = asking(END_LEGAL_HOLD_TITLE, 'manage', endLegalHoldModal);
