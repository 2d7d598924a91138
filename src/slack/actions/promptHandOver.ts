import { HAND_OVER_TITLE, handOverModal } from '../../../blocks/prompts/handOverModal.ts';
import { newId } from '../../core/newId.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import { requireMayMove } from '../../useCases/prompts/requireMayMove.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks who takes a prompt over; the value is the prompt's id. */
export const promptHandOver: ActionHandler = {
  opens: HAND_OVER_TITLE,
  async run({ deps, workspace, member, value, viewId = '', showView }) {
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId: value });
    requireMayMove(member, prompt.kind);
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId: prompt.debtorId });
    await showView(viewId, handOverModal({ debtorName, metadata }));
  },
};
