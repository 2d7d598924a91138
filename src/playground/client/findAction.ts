import { elementsOf, type Placed } from '../interaction/elementsOf.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Message, View } from '../state/model.ts';
import { messageOf, personOf } from './person.ts';

/** Where a person acts: on a message they see, on their top modal, or on their Home tab. */
export type Surface = { message: Message; view?: undefined } | { view: View; message?: undefined };

/** @throws SlackError message_not_found, view_not_found, not_top_view */
export function surfaceOf(
  slack: LocalSlack,
  where: { user: string; channel?: string | undefined; ts?: string | undefined; view?: string | undefined },
): Surface {
  personOf(slack, where.user);
  if (where.view !== undefined) {
    const view = slack.views.find(where.view);
    if (view?.user !== where.user) throw new SlackError('view_not_found');
    const top = slack.views.stackOf(where.user).at(-1);
    if (view.type === 'modal' && top !== view) throw new SlackError('not_top_view');
    return { view };
  }
  if (where.channel === undefined || where.ts === undefined) throw new SlackError('no_surface');
  return { message: messageOf(slack, where.user, where.channel, where.ts) };
}

/**
 * The one element an action means; `block_id`, then a button's `value`, decide between namesakes.
 * @throws SlackError no_such_action, ambiguous_action
 */
export function findAction(
  surface: Surface,
  wanted: { action_id: string; block_id?: string | undefined; value?: unknown },
): Placed {
  const blocks = surface.message ? (surface.message.blocks ?? []) : surface.view.blocks;
  const found = elementsOf(blocks)
    .filter(({ element }) => element.action_id === wanted.action_id)
    .filter(({ block }) => wanted.block_id === undefined || block.block_id === wanted.block_id);
  const [first] = found;
  if (!first) throw new SlackError('no_such_action');
  if (found.length === 1) return first;
  const exact = found.filter(({ element }) => element.value === wanted.value);
  const [only] = exact;
  if (!only || exact.length > 1) throw new SlackError('ambiguous_action');
  return only;
}
