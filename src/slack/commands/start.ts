import { message } from '../../../blocks/message.ts';
import { DulyError } from '../../core/DulyError.ts';
import { startWorkspace } from '../../useCases/workspaces/startWorkspace.ts';
import { startedSentence } from '../startedSentence.ts';
import type { SubCommand } from './SubCommand.ts';

/** Lets Duly work. */
export const start: SubCommand = {
  help: {
    usage: 'start',
    does: 'Lets me work: prompts, reminders and digests begin. Nothing is sent before (managers).',
    examples: ['start'],
  },
  async run({ deps, workspace, member, words, now, answer }) {
    if (words !== '') {
      const sentence = `Nothing was started: \`/debt start\` starts at once and takes nothing more, so not “${words}”.`;
      throw new DulyError('start_takes_nothing', words, sentence);
    }
    const started = await startWorkspace(deps.db, { workspace, member, now });
    deps.wake();
    await answer(message({ text: startedSentence(started) }));
  },
};
