import { z } from 'zod';
import { newView, refillView } from '../interaction/newView.ts';
import { renderView } from '../interaction/renderView.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { View } from '../state/model.ts';
import { STACK_LIMIT } from '../state/Views.ts';
import { checkInputs } from './checkInputs.ts';
import { clientCall } from './clientCall.ts';
import { deliverInteraction } from './deliverInteraction.ts';
import { enterValues } from './enterValues.ts';
import { surfaceOf } from './findAction.ts';
import { interactionPayload, TROUBLE } from './interactionPayload.ts';
import { responseUrlsOf } from './responseUrlsOf.ts';
import { valuesSchema } from './valuesSchema.ts';

const answerSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.literal('update'), view: z.looseObject({}) }),
  z.object({ response_action: z.literal('push'), view: z.looseObject({}) }),
  z.object({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)).refine((errors) => Object.keys(errors).length > 0),
  }),
]);

/** A person submits their top modal: Slack checks the inputs, then the app has its say. */
export const submit = clientCall(
  z.object({ user: z.string(), view: z.string(), values: valuesSchema.default({}) }),
  async (slack, body) => {
    const { view } = surfaceOf(slack, { user: body.user, view: body.view });
    if (view?.type !== 'modal') throw new SlackError('view_not_found');
    if (!view.content.submit) throw new SlackError('nothing_to_submit');
    enterValues(slack, view, body.values);
    view.errors = checkInputs(view);
    slack.changed();
    if (Object.keys(view.errors).length > 0) {
      return { ok: false, error: 'invalid_input', response_action: 'errors', errors: view.errors };
    }
    const answer = await deliverInteraction(slack, body.user, String(view.content.callback_id ?? ''), {
      ...interactionPayload(slack, 'view_submission', body.user),
      trigger_id: slack.triggers.issue({ user: body.user, channel: view.channel }),
      view: renderView(slack, view),
      response_urls: responseUrlsOf(slack, view),
    });
    try {
      return carryOut(slack, view, answer);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      slack.log(`the answer to the modal is refused: ${error.code} ${JSON.stringify(error.extra)}`);
      slack.troubles.set(body.user, TROUBLE);
      throw new SlackError('invalid_view_response', { cause: error.code, ...error.extra });
    } finally {
      slack.changed();
    }
  },
);

function carryOut(slack: LocalSlack, view: View, answer: unknown): JsonObject {
  const { user } = view;
  if (!isObject(answer) || Object.keys(answer).length === 0) {
    if (slack.views.stackOf(user).at(-1) === view) slack.views.pop(user);
    return { ok: true };
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new SlackError('invalid_response');
  const { data } = parsed;
  if (data.response_action === 'clear') slack.views.clear(user);
  else if (data.response_action === 'update') refillView(slack, view, data.view);
  else if (data.response_action === 'push') {
    if (slack.views.stackOf(user).length >= STACK_LIMIT) throw new SlackError('push_limit_reached');
    slack.views.push(newView(slack, data.view, { type: 'modal', user, above: view, channel: view.channel }));
  } else {
    const inputs = new Set(view.blocks.filter((b) => b.type === 'input').map((b) => b.block_id));
    if (Object.keys(data.errors).some((id) => !inputs.has(id)))
      throw new SlackError('unknown_block_in_errors');
    view.errors = data.errors;
    return { ok: true, response_action: 'errors', errors: data.errors };
  }
  return { ok: true, response_action: data.response_action };
}
