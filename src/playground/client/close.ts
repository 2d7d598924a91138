import { z } from 'zod';
import { renderView } from '../interaction/renderView.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { View } from '../state/model.ts';
import { clientCall } from './clientCall.ts';
import { surfaceOf } from './findAction.ts';
import { interactionPayload } from './interactionPayload.ts';

/** A person closes their top modal, or with `all` the whole stack. */
export const close = clientCall(
  z.object({ user: z.string(), view: z.string(), all: z.boolean().default(false) }),
  async (slack, body) => {
    const { view } = surfaceOf(slack, { user: body.user, view: body.view });
    if (view?.type !== 'modal') throw new SlackError('view_not_found');
    const whole = body.all || view.content.clear_on_close === true;
    const closed = whole ? [...slack.views.stackOf(body.user)].reverse() : [view];
    if (whole) slack.views.clear(body.user);
    else slack.views.pop(body.user);
    slack.changed();
    await Promise.all(closed.map((one) => tellClosed(slack, one, whole)));
    return { ok: true };
  },
);

async function tellClosed(slack: LocalSlack, view: View, isCleared: boolean): Promise<void> {
  if (view.content.notify_on_close !== true) return;
  await slack.delivery.deliver('interactive', String(view.content.callback_id ?? ''), {
    ...interactionPayload(slack, 'view_closed', view.user),
    view: renderView(slack, view, false),
    is_cleared: isCleared,
  });
}
