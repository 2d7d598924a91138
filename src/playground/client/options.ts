import { z } from 'zod';
import { isObject } from '../json.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';
import { deliverInteraction } from './deliverInteraction.ts';
import { enterValues } from './enterValues.ts';
import { findAction, surfaceOf } from './findAction.ts';
import { interactionPayload } from './interactionPayload.ts';
import { surfacePayload } from './surfacePayload.ts';
import { valuesSchema } from './valuesSchema.ts';

/** Slack asks after this many characters unless the element says otherwise. */
const MIN_QUERY = 3;

const plainText = (limit: number) =>
  z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(limit) });
const option = z.looseObject({
  text: z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(75) }),
  value: z.string().min(1).max(150),
  description: z.looseObject({ text: z.string().min(1).max(75) }).optional(),
});
const answerSchema = z.union([
  z.object({ options: z.array(option).max(100) }),
  z.object({
    option_groups: z
      .array(z.looseObject({ label: plainText(75), options: z.array(option).max(100) }))
      .max(100),
  }),
]);

/** A person types in an external select: what the app offers. */
export const options = clientCall(
  z.object({
    user: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
    view: z.string().optional(),
    block_id: z.string().optional(),
    action_id: z.string(),
    value: z.string().default(''),
    values: valuesSchema.optional(),
  }),
  async (slack, body) => {
    const surface = surfaceOf(slack, body);
    const { block, element } = findAction(surface, { action_id: body.action_id, block_id: body.block_id });
    if (!String(element.type).includes('external_select')) throw new SlackError('not_an_external_select');
    if (surface.view && body.values) enterValues(slack, surface.view, body.values);
    const least = typeof element.min_query_length === 'number' ? element.min_query_length : MIN_QUERY;
    if (body.value.length < least) return { ok: true, options: [] };
    const answer = await deliverInteraction(slack, body.user, body.action_id, {
      ...interactionPayload(slack, 'block_suggestion', body.user),
      ...surfacePayload(slack, surface),
      action_id: element.action_id,
      block_id: block.block_id,
      value: body.value,
    });
    const parsed = answerSchema.safeParse(isObject(answer) ? answer : undefined);
    if (!parsed.success) throw new SlackError('invalid_options', { detail: z.prettifyError(parsed.error) });
    return { ok: true, ...parsed.data };
  },
);
