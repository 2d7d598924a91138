import { z } from 'zod';
import { emitEvent } from '../events/emitEvent.ts';
import { SlackError } from '../SlackError.ts';
import { newSlackId } from '../state/newSlackId.ts';
import { clientCall } from './clientCall.ts';
import { personOf } from './person.ts';

/** A person's workflow reaches one of the app's functions. Answers with how the execution stands. */
export const runFunction = clientCall(
  z.object({
    user: z.string(),
    callback_id: z.string(),
    inputs: z.record(z.string(), z.unknown()).default({}),
  }),
  async (slack, body) => {
    personOf(slack, body.user);
    const described = slack.manifest.functions.get(body.callback_id);
    if (!described) throw new SlackError('no_such_function');
    const execution = slack.executions.start(body.callback_id);
    slack.tokens.grant(execution.token, 'workflow', slack.manifest.botScopes);
    await emitEvent(slack, 'function_executed', {
      type: 'function_executed',
      function: {
        id: `Fn${body.callback_id}`,
        callback_id: body.callback_id,
        ...described,
        type: 'app',
        input_parameters: [],
        output_parameters: [],
        app_id: slack.identity.appId,
        date_created: 0,
        date_updated: 0,
        date_deleted: 0,
      },
      inputs: body.inputs,
      function_execution_id: execution.id,
      workflow_execution_id: newSlackId('Wx'),
      event_ts: slack.ts.next(slack.clock.now()),
      bot_access_token: execution.token,
    });
    return { ok: true, execution };
  },
);
