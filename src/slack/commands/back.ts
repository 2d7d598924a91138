import { message } from '../../../blocks/message.ts';
import { colleagueNamed } from '../../useCases/members/colleagueNamed.ts';
import { endAway } from '../../useCases/members/endAway.ts';
import type { SubCommand } from './SubCommand.ts';

/** The end of an absence. */
export const back: SubCommand = {
  help: {
    usage: 'back [@member]',
    does: 'You are back: prompts come to you again. Managers may name somebody else.',
    examples: ['back'],
  },
  namesMembers: true,
  async run({ deps, workspace, member, mentioned, now, answer }) {
    const [id] = mentioned;
    const who = id === undefined ? member : await colleagueNamed(deps.db, workspace, id);
    const text = await endAway(deps.db, { workspace, member, who, now });
    deps.wake();
    await answer(message({ text }));
  },
};
