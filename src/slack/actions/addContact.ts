import { addContactModal } from '../../../blocks/accounts/addContactModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form for a new contact; the value is the debtor's id. */
export const addContact: ActionHandler = {
  opens: 'Add a contact',
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const debtor = await debtorOf(deps.db, workspace.id, value);
    const metadata = encodeMetadata({ debtorId: debtor.id, debtorName: debtor.name.slice(0, 200) });
    await showView(viewId, addContactModal({ debtorName: debtor.name, metadata }));
  },
};
