import { type AttemptOutcome, logAttempt } from '../../useCases/calls/logAttempt.ts';
import type { ActionHandler } from '../handlers.ts';
import { answerLogged } from './answerLogged.ts';

/**
 * One click logs a call that reached nobody: contact and time are filled in, the next attempt is planned, Undo is offered. The
 * value is the id of the prompt, or of the debtor.
 */
export function attempt(outcome: AttemptOutcome, about: 'prompt' | 'debtor'): ActionHandler {
  return {
    async run(request) {
      const { deps, workspace, member, now, value, body } = request;
      const logged = await logAttempt(deps.db, {
        workspace,
        member,
        about: about === 'prompt' ? { promptId: value } : { debtorId: value },
        outcome,
        key: `click:${body.trigger_id}`,
        now,
      });
      await answerLogged(request, logged);
    },
  };
}
