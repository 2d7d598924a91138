import { VISIT_TITLE, visitModal } from '../../../blocks/prompts/visitModal.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { contactChoices } from '../../useCases/calls/callLogChoices.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks what came of a visit; the value is the prompt's id. */
export const promptReportVisit: ActionHandler = {
  opens: VISIT_TITLE,
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    requireMay(member, 'log_activity');
    const asked = { workspace, promptId: value, evenClosed: true };
    const { prompt, debtorName } = await promptForForm(deps.db, asked);
    const { debtorId } = prompt;
    const people = contactChoices(await loadAccount(deps.db, { workspace, debtorId, now })).map(
      ({ value: id, text }) => ({ value: id, text }),
    );
    const metadata = encodeMetadata({ form: newId(), promptId: value, debtorId });
    await showView(viewId, visitModal({ debtorName, people, now, metadata }));
  },
};
