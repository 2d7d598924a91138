import { CONTACTS_TITLE } from '../../../blocks/accounts/addContactModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import { contactsForm } from '../forms/contactsForm.ts';
import type { ActionHandler } from '../handlers.ts';

/** Opens who is on file and the form for a new contact; the value is the debtor's id. */
export const addContact: ActionHandler = {
  opens: CONTACTS_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const debtor = await debtorOf(deps.db, workspace.id, value);
    await showView(viewId, await contactsForm({ deps, workspace }, debtor));
  },
};
