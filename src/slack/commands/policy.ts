import { POLICY_TITLE, policyModal } from '../../../blocks/policies/policyModal.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import type { SubCommand } from './SubCommand.ts';

/** The collections policies, as a page; managers change them there. */
export const policy: SubCommand = {
  help: {
    usage: 'policy [name]',
    does: 'The collections policies, stage by stage: what is done when, by whom, and what it needs first. Managers change them there, try the draft on the ledger, and switch it on.',
    examples: ['policy', 'policy business'],
  },
  opens: () => POLICY_TITLE,
  async run({ deps, workspace, member, words, slash }) {
    if (!slash?.viewId) return;
    await slash.showView(
      slash.viewId,
      policyModal(await policyPage(deps.db, { workspace, member, named: words })),
    );
  },
};
