import { PLACE_TITLE, placeModal } from '../../../blocks/accounts/placeModal.ts';
import { requireMay } from '../../core/permissions.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Opens the form that corrects where a customer lives; the value is the debtor's id. */
export const openPlace: ActionHandler = {
  opens: PLACE_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'manage');
    const debtor = await debtorOf(deps.db, workspace.id, value);
    const { id: debtorId, name: debtorName, region } = debtor;
    const country = debtor.country ?? workspace.country ?? '';
    const metadata = encodeMetadata({ debtorId, debtorName: debtorName.slice(0, 200) });
    await showView(viewId, placeModal({ debtorName, country, region: region ?? '', metadata }));
  },
};
