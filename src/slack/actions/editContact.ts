import { EDIT_CONTACT_TITLE, editContactModal } from '../../../blocks/accounts/editContactModal.ts';
import { shortDay } from '../../core/dayName.ts';
import { requireMay } from '../../core/permissions.ts';
import { shownForm } from '../../core/shownForm.ts';
import { contactForForm } from '../../useCases/contacts/contactForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens somebody on file to be corrected; the value is the contact's id. */
export const editContact: ActionHandler = {
  opens: EDIT_CONTACT_TITLE,
  async run({ deps, workspace, member, value, now, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { debtorId, debtorName, form } = await contactForForm(deps.db, { workspace, contactId: value });
    const { refused, hasLeft, verifiedOn, ...fields } = form;
    const verified = verifiedOn === undefined ? undefined : shortDay(verifiedOn, member.locale);
    const lastVerified = verified && { lastVerified: `Last verified on ${verified}.` };
    const metadata = encodeMetadata({
      ...{ contactId: value, debtorId, debtorName: debtorName.slice(0, 200) },
      ...{ shown: refused, hadLeft: hasLeft, seen: shownForm(fields, now), ...lastVerified },
    });
    await showView(viewId, editContactModal({ debtorName, metadata }, { ...form, ...lastVerified }));
  },
};
