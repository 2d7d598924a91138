import { morningPageMessage } from '../../../blocks/prompts/morningPageMessage.ts';
import { loadMorningList } from '../../useCases/prompts/loadMorningList.ts';
import type { ActionHandler } from '../handlers.ts';

/** A page of the member's own list: beside the list, or in place of the page that is shown. The value is the page's number, from 0. */
export const morningPage = (shown: 'answer' | 'replace'): ActionHandler => ({
  async run({ deps, workspace, member, now, value, ...say }) {
    const view = await loadMorningList(deps.db, { workspace, member, now });
    await say[shown](morningPageMessage(view, Number(value) || 0));
  },
});
