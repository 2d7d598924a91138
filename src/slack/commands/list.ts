import { worklistMessage } from '../../../blocks/lists/worklistMessage.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import type { WorklistFilter } from '../../db/worklist.ts';
import { loadWorklist } from '../../useCases/accounts/loadWorklist.ts';
import { readFilter } from '../../useCases/accounts/worklistFilter.ts';
import type { DebtRequest, SubCommand } from './SubCommand.ts';

/** A worklist in priority order, a page at a time. */
export const list: SubCommand = {
  help: {
    usage: 'list [mine | due | promises | broken | disputes | unassigned | 60+ | habitual | @member]',
    does: 'A worklist, what is worth most first; without a word everything overdue.',
    examples: ['list mine', 'list 60+', 'list broken', 'list @colin'],
  },
  namesMembers: true,
  async run(request) {
    const { deps, workspace, member, words, now, answer } = request;
    const filter = await filterOf(request);
    if (!filter) {
      const known = 'mine, due, promises, broken, disputes, unassigned, 60+, habitual or @member';
      return answer(message({ text: mrkdwn`I do not know a list “${words}”. There are: ${known}.` }));
    }
    const view = await loadWorklist(deps.db, { workspace, filter, page: 0, locale: member.locale, now });
    await answer(worklistMessage(view));
  },
};

async function filterOf(request: DebtRequest): Promise<WorklistFilter | undefined> {
  const { deps, workspace, member, words, mentioned } = request;
  const word = words.toLowerCase();
  const [slackUserId] = mentioned;
  if (slackUserId) {
    const key = { workspaceId: workspace.id, slackUserId };
    const named = await deps.db.prisma.member.findFirst({ where: key, select: { id: true } });
    return { kind: 'member', memberId: named?.id ?? '' };
  }
  if (word === '' || word === 'all') return { kind: 'overdue' };
  if (word === 'mine' || word === 'my' || word === 'me') return { kind: 'member', memberId: member.id };
  const [, days] = /^(?:over )?(\d{1,4})\s*\+?\s*(?:days)?$/.exec(word) ?? [];
  if (days) return { kind: 'over', days: Number(days) };
  const filter = readFilter(word);
  return filter?.kind === 'member' ? undefined : filter;
}
