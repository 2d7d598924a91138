import { loggedMessage } from '../../../blocks/calls/loggedMessage.ts';
import { describeLogged } from '../../useCases/calls/describeLogged.ts';
import { type AttemptOutcome, logAttempt } from '../../useCases/calls/logAttempt.ts';
import type { ActionHandler } from '../handlers.ts';

/**
 * One click logs a call that reached nobody: contact and time are filled in, the next attempt is planned, Undo is offered. The
 * value is the id of the prompt, or of the debtor.
 */
export function attempt(outcome: AttemptOutcome, about: 'prompt' | 'debtor'): ActionHandler {
  return {
    async run({ deps, workspace, member, now, value, body, answer }) {
      const logged = await logAttempt(deps.db, {
        workspace,
        member,
        about: about === 'prompt' ? { promptId: value } : { debtorId: value },
        outcome,
        key: `click:${body.trigger_id}`,
        now,
      });
      try {
        await answer(
          loggedMessage(await describeLogged(deps.db, { workspace, member, logged, log: deps.log, now })),
        );
      } finally {
        deps.wake();
      }
    },
  };
}
