import { chooseAccountModal } from '../../../blocks/agreements/chooseAccountModal.ts';
import type { CommandHelp } from '../../../blocks/help/CommandHelp.ts';
import { requireMay } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { debtorLabel } from '../../useCases/accounts/debtorLabel.ts';
import { findLeadingDebtor } from '../../useCases/accounts/findLeadingDebtor.ts';
import { type AccountFormName, accountForms } from '../forms/accountForms.ts';
import { encodeMetadata } from '../metadata.ts';
import type { SubCommand } from './SubCommand.ts';

/** A command that opens a form of an account, filled in from its words; without a clear account the same window asks for it. */
export function accountForm(name: AccountFormName, help: CommandHelp): SubCommand {
  const form = accountForms[name];
  return {
    help,
    opens: () => form.title,
    async run(request) {
      const { deps, workspace, member, words, debtor: quoted, slash, now } = request;
      const viewId = slash?.viewId;
      if (!slash || !viewId) return;
      requireMay(member, form.act);
      const today = todayOf(workspace, now);
      const found = await findLeadingDebtor(deps.db, { workspaceId: workspace.id, words, quoted, today });
      if (found.kind === 'one') {
        const named = words.slice(0, words.length - found.rest.length).replace(/[\s,.:;]+$/, '');
        const about = { debtorId: found.debtor.id, named, words: found.rest };
        return slash.showView(viewId, await form.open({ ...request, ...about }));
      }
      const candidates =
        found.kind === 'several'
          ? found.debtors.map((each) => ({ value: each.id, text: debtorLabel(each, member.locale) }))
          : undefined;
      const metadata = encodeMetadata({ form: name, words: found.rest.slice(0, 1000) });
      await slash.showView(
        viewId,
        chooseAccountModal({ title: form.title, metadata, candidates, unknown: words }),
      );
    },
  };
}
