import type { Ack } from '../delivery/Transport.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { TROUBLE } from './interactionPayload.ts';

/**
 * Hands an interaction to the app and gives back what it acknowledged with. Without an acknowledgement in
 * three seconds the person sees trouble. @throws SlackError operation_timeout, dispatch_failed, …
 */
export async function deliverInteraction(
  slack: LocalSlack,
  user: string,
  name: string,
  payload: JsonObject,
): Promise<unknown> {
  if (!slack.manifest.interactive) throw new SlackError('interactivity_disabled');
  const ack: Ack = await slack.delivery.deliver('interactive', name, payload);
  if (ack.ok) {
    slack.troubles.delete(user);
    return ack.payload;
  }
  slack.troubles.set(user, TROUBLE);
  slack.changed();
  throw new SlackError(ack.error);
}
