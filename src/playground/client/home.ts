import { z } from 'zod';
import { emitEvent } from '../events/emitEvent.ts';
import { renderView } from '../interaction/renderView.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';
import { personOf } from './person.ts';

/** A person opens the app: its Home tab, or with `tab: "messages"` its Messages tab. */
export const home = clientCall(
  z.object({ user: z.string(), tab: z.enum(['home', 'messages']).default('home') }),
  async (slack, body) => {
    const user = personOf(slack, body.user);
    if (body.tab === 'home' && !slack.manifest.homeTab) throw new SlackError('not_enabled');
    const view = slack.views.homeOf(user.id);
    await emitEvent(slack, 'app_home_opened', {
      type: 'app_home_opened',
      user: user.id,
      channel: slack.conversations.dmWith(user.id)?.id,
      tab: body.tab,
      event_ts: slack.ts.next(slack.clock.now()),
      ...(view && body.tab === 'home' ? { view: renderView(slack, view) } : {}),
    });
    return { ok: true };
  },
);
