import { smallBalancesMessage } from '../../../blocks/lists/smallBalancesMessage.ts';
import { message } from '../../../blocks/message.ts';
import { leaveSmallBalance } from '../../useCases/writeOffs/leaveSmallBalance.ts';
import { loadSmallBalances } from '../../useCases/writeOffs/loadSmallBalances.ts';
import { proposeSmallBalances } from '../../useCases/writeOffs/proposeSmallBalances.ts';
import type { ActionHandler, ActionRequest } from '../handlers.ts';

/** The list as it stands now, in place of the one that was clicked. */
async function showAgain(request: ActionRequest, page: number): Promise<void> {
  const { deps, workspace, member, now, replace } = request;
  await replace(smallBalancesMessage(await loadSmallBalances(deps.db, { workspace, page, member, now })));
}

function chosen(value: string): { invoiceId: string; page: number } {
  const [invoiceId = '', page = '0'] = value.split('|');
  return { invoiceId, page: Number(page) || 0 };
}

/** Proposes to write off one small balance; the value is `invoice|page`. */
export const smallBalancePropose: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value, body, answer } = request;
    const { invoiceId, page } = chosen(value);
    const key = `click:${body.trigger_id}`;
    const text = await proposeSmallBalances(deps.db, {
      workspace,
      member,
      invoiceIds: [invoiceId],
      key,
      now,
    });
    deps.wake();
    await showAgain(request, page);
    await answer(message({ text }));
  },
};

/** Leaves one small balance for this month; the value is `invoice|page`. */
export const smallBalanceLeave: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value } = request;
    const { invoiceId, page } = chosen(value);
    await leaveSmallBalance(deps.db, { workspace, member, invoiceId, now });
    await showAgain(request, page);
  },
};

/** Proposes to write off the small balances that the list shows; the value is their ids and the page, `id,id|page`. */
export const smallBalanceAll: ActionHandler = {
  async run(request) {
    const { deps, workspace, member, now, value, body, answer } = request;
    const { invoiceId: ids, page } = chosen(value);
    const key = `click:${body.trigger_id}`;
    const shown = { workspace, member, invoiceIds: ids.split(','), key, now };
    const text = await proposeSmallBalances(deps.db, shown);
    deps.wake();
    await showAgain(request, page);
    await answer(message({ text }));
  },
};

/** Another page; the value is its number. */
export const smallBalancePage: ActionHandler = {
  async run(request) {
    await showAgain(request, Number(request.value) || 0);
  },
};
