import { message } from '../../../blocks/message.ts';
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
  async run({ deps, workspace, member, now, answer }) {
    const started = await startWorkspace(deps.db, { workspace, member, now });
    deps.wake();
    await answer(message({ text: startedSentence(started) }));
  },
};
