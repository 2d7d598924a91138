import { SETTLE_TITLE, settleDisputeModal } from '../../../blocks/agreements/settleDisputeModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { disputeForForm } from '../../useCases/disputes/disputeForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks how a dispute ended; the value is the dispute's id. */
export const settleDispute: ActionHandler = {
  opens: SETTLE_TITLE,
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { locale } = member;
    const found = await disputeForForm(deps.db, { workspace, disputeId: value, locale, now });
    const { debtorId, account, about, currency, amount } = found;
    const memory = { form: newId('settle'), disputeId: value, debtorId, currency, locale };
    const metadata = encodeMetadata({ ...memory, amount: amount.toString() });
    await showView(viewId, settleDisputeModal({ account, about, currency, metadata }));
  },
};
