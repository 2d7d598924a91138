import { dailyDigestMessages } from '../../useCases/digests/dailyDigestMessages.ts';
import type { SubCommand } from './SubCommand.ts';

/** Slack takes five answers to a command: the digest and this many of its lists. */
const LISTS = 4;

/** Today's digest as it stands at this moment, for the asker alone. */
export const digest: SubCommand = {
  help: { usage: 'digest', does: 'Today’s digest as it stands now, to you alone.', examples: ['digest'] },
  async run({ deps, workspace, member, now, answer }) {
    const { main, parts } = await dailyDigestMessages(deps.db, {
      workspace,
      now,
      individuals: true,
      locale: member.locale,
    });
    await answer(main);
    for (const part of parts.filter(({ empty }) => !empty).slice(0, LISTS)) await answer(part.message);
  },
};
