import { optionsAnswer } from '../../../blocks/elements/optionsAnswer.ts';
import { searchDebtors } from '../../db/searchDebtors.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { debtorLabel } from '../../useCases/accounts/debtorLabel.ts';
import type { OptionsHandler } from '../handlers.ts';

const OFFERED = 50;

/** Debtors for a typeahead, by name, account or invoice number; at first those with most overdue. */
export const debtorSearch: OptionsHandler = async ({ deps, workspace, member, now, typed }) => {
  const today = todayOf(workspace, now);
  const found = await searchDebtors(deps.db, {
    workspaceId: workspace.id,
    words: typed,
    today,
    limit: OFFERED,
  });
  return optionsAnswer(
    found.map((debtor) => ({ value: debtor.id, text: debtorLabel(debtor, member.locale) })),
  ).options;
};
