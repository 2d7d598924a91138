import { moreListsMessage } from '../../../blocks/digests/moreListsMessage.ts';
import { dailyDigestMessages } from '../../useCases/digests/dailyDigestMessages.ts';
import type { SubCommand } from './SubCommand.ts';

/** Slack takes five answers to a command: the digest, so many beside it, and one for words that were left out. */
const ANSWERS = 3;

/** Today's digest as it stands at this moment, for the asker alone; the lists that have no answer of their own are a click away. */
export const digest: SubCommand = {
  help: { usage: 'digest', does: 'Today’s digest as it stands now, to you alone.', examples: ['digest'] },
  understands: (words) => words === '',
  async run({ deps, workspace, member, now, answer }) {
    const { main, parts } = await dailyDigestMessages(deps.db, {
      workspace,
      now,
      individuals: true,
      toOne: true,
      locale: member.locale,
    });
    await answer(main);
    const lists = parts.filter(({ empty }) => !empty);
    const whole = lists.length > ANSWERS ? lists.slice(0, ANSWERS - 1) : lists;
    for (const part of whole) await answer(part.message);
    const others = lists.slice(whole.length);
    if (others.length > 0) await answer(moreListsMessage(others));
  },
};
