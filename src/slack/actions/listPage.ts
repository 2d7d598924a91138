import { worklistMessage } from '../../../blocks/lists/worklistMessage.ts';
import { DulyError } from '../../core/DulyError.ts';
import { loadWorklist } from '../../useCases/accounts/loadWorklist.ts';
import { readFilter } from '../../useCases/accounts/worklistFilter.ts';
import type { ActionHandler } from '../handlers.ts';

/** Another page of a worklist, in place of the one that is shown. The value is `filter|page`. */
export const listPage: ActionHandler = {
  async run({ deps, workspace, member, now, value, replace }) {
    const [written = '', page = '0'] = value.split('|');
    const filter = readFilter(written);
    if (!filter) {
      throw new DulyError(
        'stale_list',
        `no filter in ${value}`,
        'This list is out of date: ask for it again with `/debt list`.',
      );
    }
    const view = await loadWorklist(deps.db, {
      workspace,
      filter,
      page: Number(page) || 0,
      locale: member.locale,
      now,
    });
    await replace(worklistMessage(view));
  },
};
