import { RECALL_TITLE, recallModal } from '../../../blocks/accounts/recallModal.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks a manager why a case is recalled; the value is the debtor's id. */
export const openRecall: ActionHandler = {
  opens: RECALL_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'manage');
    const debtor = await deps.db.prisma.debtor.findFirst({ where: { id: value, workspaceId: workspace.id } });
    if (!debtor) {
      throw new DulyError(
        'debtor_not_found',
        `no debtor ${value} in workspace ${workspace.id}`,
        'I do not know this account. It may have been removed; find it again with `/debt show`.',
      );
    }
    const metadata = encodeMetadata({ debtorId: debtor.id });
    await showView(viewId, recallModal({ debtorName: debtor.name, metadata }));
  },
};
