import { COMPLETE_TITLE, completeModal } from '../../../blocks/prompts/completeModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadCompleteForm } from '../../useCases/arrivals/loadCompleteForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks for what new invoices lack; the value is the prompt's id. */
export const promptComplete: ActionHandler = {
  opens: COMPLETE_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const { debtorId, ...form } = await loadCompleteForm(deps.db, { workspace, promptId: value });
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId });
    await showView(viewId, completeModal({ ...form, metadata }));
  },
};
