import type { types } from '@slack/bolt';
import { CREDIT_HOLD_TITLE, creditHoldModal } from '../../../blocks/prompts/creditHoldModal.ts';
import { HAND_OFF_TITLE, handOffModal } from '../../../blocks/prompts/handOffModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { approvalsChannel } from '../../useCases/notices/approvalPlace.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { learnChannel } from '../learnChannel.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks what has to be weighed before a task is approved; the value is the prompt's id. */
const planning = (
  opens: string,
  form: (about: { debtorName: string; metadata: string }) => types.ModalView,
): ActionHandler => ({
  opens,
  async run({ deps, workspace, member, client, value, viewId = '', showView }) {
    requireMay(member, 'send_reminder');
    // who reads the request is asked now: a private individual is named in a private channel only
    await learnChannel({ deps, client, workspaceId: workspace.id }, approvalsChannel(workspace));
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId: value });
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId: prompt.debtorId });
    await showView(viewId, form({ debtorName, metadata }));
  },
});

export const promptPlanHandOff = planning(HAND_OFF_TITLE, handOffModal);
export const promptPlanCreditHold = planning(CREDIT_HOLD_TITLE, creditHoldModal);
