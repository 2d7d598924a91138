import { clip } from '../../../blocks/clip.ts';
import { optionsAnswer } from '../../../blocks/elements/optionsAnswer.ts';
import { limits } from '../../../blocks/limits.ts';
import { type FoundDebtor, searchDebtors } from '../../db/searchDebtors.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { debtorLabel } from '../../useCases/accounts/debtorLabel.ts';
import type { OptionsHandler } from '../handlers.ts';

const OFFERED = 50;
const SEPARATOR = ' · ';

/** Debtors for a typeahead, by name, account or invoice number; at first those with most overdue. */
export const debtorSearch: OptionsHandler = async ({ deps, workspace, member, now, typed }) => {
  const today = todayOf(workspace, now);
  const found = await searchDebtors(deps.db, {
    workspaceId: workspace.id,
    words: typed,
    today,
    limit: OFFERED,
  });
  const label = (debtor: FoundDebtor) => {
    const rest = debtorLabel({ ...debtor, name: '' }, member.locale);
    return `${clip(debtor.name, Math.max(20, limits.option.text - SEPARATOR.length - rest.length))}${SEPARATOR}${rest}`;
  };
  return optionsAnswer(found.map((debtor) => ({ value: debtor.id, text: label(debtor) }))).options;
};
