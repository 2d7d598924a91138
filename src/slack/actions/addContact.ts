import { addContactModal } from '../../../blocks/accounts/addContactModal.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form for a new contact; the value is the debtor's id. */
export const addContact: ActionHandler = {
  opens: 'Add a contact',
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const debtor = await deps.db.prisma.debtor.findFirst({ where: { id: value, workspaceId: workspace.id } });
    if (!debtor) {
      throw new DulyError(
        'debtor_not_found',
        `no debtor ${value} in workspace ${workspace.id}`,
        'I do not know this account. It may have been removed; find it again with `/debt show`.',
      );
    }
    const metadata = encodeMetadata({ debtorId: debtor.id, debtorName: debtor.name.slice(0, 200) });
    await showView(viewId, addContactModal({ debtorName: debtor.name, metadata }));
  },
};
