import { EDIT_CONTACT_TITLE, editContactModal } from '../../../blocks/accounts/editContactModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { contactForForm } from '../../useCases/contacts/contactForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens somebody on file to be corrected; the value is the contact's id. */
export const editContact: ActionHandler = {
  opens: EDIT_CONTACT_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { debtorId, debtorName, form } = await contactForForm(deps.db, { workspace, contactId: value });
    const metadata = encodeMetadata({
      ...{ contactId: value, debtorId, debtorName: debtorName.slice(0, 200) },
      ...{ shown: form.refused, hadLeft: form.hasLeft },
    });
    await showView(viewId, editContactModal({ debtorName, metadata }, form));
  },
};
