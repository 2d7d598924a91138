import { clip } from '../../../blocks/clip.ts';
import { optionsAnswer } from '../../../blocks/elements/optionsAnswer.ts';
import { limits } from '../../../blocks/limits.ts';
import { formatMoney } from '../../core/money.ts';
import { searchOpenInvoices } from '../../db/listedInvoices.ts';
import type { OptionsHandler } from '../handlers.ts';

const OFFERED = 50;
const SEPARATOR = ' · ';

/** Open invoices for a typeahead, by a piece of their number or of the customer's name; at first the oldest. */
export const invoiceSearch: OptionsHandler = async ({ deps, workspace, member, typed }) => {
  const found = await searchOpenInvoices(deps.db, { workspaceId: workspace.id, typed, limit: OFFERED });
  return optionsAnswer(
    found.map(({ id, number, debtorName, currency, outstanding }) => {
      const open = `${formatMoney(outstanding, currency, member.locale)} open`;
      const rest = `${SEPARATOR}${debtorName}${SEPARATOR}${open}`;
      return { value: id, text: `${clip(number, Math.max(20, limits.option.text - rest.length))}${rest}` };
    }),
  ).options;
};
