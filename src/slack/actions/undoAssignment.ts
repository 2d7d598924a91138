import { message } from '../../../blocks/message.ts';
import { undoAssignment as undo } from '../../useCases/members/undoAssignment.ts';
import type { ActionHandler } from '../handlers.ts';

/** Gives assigned accounts back. The value is the assignment's id. */
export const undoAssignment: ActionHandler = {
  async run({ deps, workspace, member, now, value, replace }) {
    const accounts = await undo(deps.db, { workspace, member, assignmentId: value, now });
    const text =
      accounts === 0
        ? 'Nothing to take back: the accounts have changed hands since.'
        : `Taken back: ${accounts === 1 ? 'the account is' : `${accounts} accounts are`} with whoever had them before. Prompts that went along stay where they are.`;
    await replace(message({ text }));
  },
};
