import { KIND_TITLE, kindModal } from '../../../blocks/accounts/kindModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form that corrects what an account is; the value is the debtor's id. */
export const openKind: ActionHandler = {
  opens: KIND_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'manage');
    const { id: debtorId, name: debtorName, kind } = await debtorOf(deps.db, workspace.id, value);
    const metadata = encodeMetadata({ debtorId, debtorName: debtorName.slice(0, 200) });
    await showView(viewId, kindModal({ debtorName, kind, metadata }));
  },
};
