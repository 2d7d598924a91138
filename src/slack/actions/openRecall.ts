import { RECALL_TITLE, recallModal } from '../../../blocks/accounts/recallModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks a manager why a case is recalled; the value is the debtor's id. */
export const openRecall: ActionHandler = {
  opens: RECALL_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'manage');
    const debtor = await debtorOf(deps.db, workspace.id, value);
    const metadata = encodeMetadata({ debtorId: debtor.id });
    await showView(viewId, recallModal({ debtorName: debtor.name, metadata }));
  },
};
