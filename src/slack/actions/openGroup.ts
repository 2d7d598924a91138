import { GROUP_TITLE, groupModal } from '../../../blocks/accounts/groupModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import { groupNames, groupOf } from '../../db/groups.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form for the group of an account; the value is the debtor's id. */
export const openGroup: ActionHandler = {
  opens: GROUP_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'group_accounts');
    const { id: debtorId, name: debtorName, creditorId } = await debtorOf(deps.db, workspace.id, value);
    const group = await groupOf(deps.db, workspace.id, debtorId);
    const known = await groupNames(deps.db, workspace.id, creditorId);
    const metadata = encodeMetadata({ debtorId, debtorName: debtorName.slice(0, 200) });
    await showView(viewId, groupModal({ debtorName, known, name: group?.name ?? '', metadata }));
  },
};
