import { z } from 'zod';
import type { Placed } from '../interaction/elementsOf.ts';
import { stateFieldOf } from '../interaction/inputState.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { StateValues } from '../state/model.ts';
import { clientCall } from './clientCall.ts';
import { deliverInteraction } from './deliverInteraction.ts';
import { enterValues } from './enterValues.ts';
import { findAction, type Surface, surfaceOf } from './findAction.ts';
import { interactionPayload } from './interactionPayload.ts';
import { readInput, readOption } from './readInput.ts';
import { surfacePayload } from './surfacePayload.ts';
import { valuesSchema } from './valuesSchema.ts';

const schema = z.looseObject({
  user: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view: z.string().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
  /** What has been typed elsewhere in the same view, unsent until now. */
  values: valuesSchema.optional(),
  /** `false`: the person reads the confirm dialog and declines. */
  confirmed: z.boolean().default(true),
});

/** A person clicks, picks or types in an element. */
export const action = clientCall(schema, async (slack, body) => {
  const surface = surfaceOf(slack, body);
  const placed = findAction(surface, { ...body, value: body.value });
  if (surface.view && body.values) enterValues(slack, surface.view, body.values);
  const entry = actionEntry(slack, placed, body);
  if (!body.confirmed && placed.element.confirm) return { ok: true, declined: true };
  const { block, element } = placed;
  const state = remember(slack, surface, body.user, placed, entry);
  if (block.type === 'input' && block.dispatch_action !== true) return { ok: true, dispatched: false };
  const { message } = surface;
  const respondee = message && {
    channel: message.channel,
    user: body.user,
    messageTs: message.ts,
    ephemeral: message.ephemeralFor !== undefined,
  };
  await deliverInteraction(slack, body.user, String(element.action_id), {
    ...interactionPayload(slack, 'block_actions', body.user),
    ...surfacePayload(slack, surface),
    trigger_id: slack.triggers.issue({
      user: body.user,
      channel: message?.channel ?? surface.view?.channel,
    }),
    ...(respondee
      ? {
          state: { values: state },
          response_url: `${slack.url}${slack.responseUrls.issue(respondee, slack.clock.now())}`,
        }
      : {}),
    actions: [entry],
  });
  return { ok: true };
});

/** `actions[0]`: the element's own fields, and what was chosen. */
function actionEntry(slack: LocalSlack, { block, element }: Placed, given: JsonObject): JsonObject {
  const base = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: slack.ts.next(slack.clock.now()),
  };
  if (stateFieldOf(element.type)) {
    const carried = Object.entries(element).filter(
      ([key]) => key === 'placeholder' || key.startsWith('initial_'),
    );
    return { ...base, ...Object.fromEntries(carried), ...readInput(slack, element, given) };
  }
  if (element.type === 'overflow') {
    return { ...base, selected_option: readOption(element, given.selected_option ?? given.value) };
  }
  if (element.type === 'feedback_buttons') {
    const button = [element.positive_button, element.negative_button].find(
      (b) => isObject(b) && b.value === given.value,
    );
    if (!isObject(button)) throw new SlackError('no_such_option');
    return { ...base, text: button.text, value: button.value };
  }
  const shown = Object.entries(element).filter(([key]) =>
    ['text', 'value', 'style', 'url', 'confirm'].includes(key),
  );
  return { ...base, ...Object.fromEntries(shown) };
}

/** Keeps a choice where Slack would show it chosen; the state of the surface after it. */
function remember(
  slack: LocalSlack,
  surface: Surface,
  user: string,
  { block, element }: Placed,
  entry: JsonObject,
): StateValues {
  const place = stateFieldOf(element.type);
  const before = surface.message ? slack.messageStates.of(user, surface.message) : surface.view.values;
  if (!place) return before;
  const blockId = String(block.block_id);
  const chosen = { type: element.type, [place.field]: entry[place.field] };
  const after = { ...before, [blockId]: { ...before[blockId], [String(element.action_id)]: chosen } };
  if (surface.message) slack.messageStates.set(user, surface.message, after);
  else surface.view.values = after;
  slack.changed();
  return after;
}
