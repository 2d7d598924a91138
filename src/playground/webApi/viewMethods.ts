import { z } from 'zod';
import { newView, refillView } from '../interaction/newView.ts';
import { renderView } from '../interaction/renderView.ts';
import { SlackError } from '../SlackError.ts';
import { STACK_LIMIT } from '../state/Views.ts';
import { invalidArguments, json, optional, required } from './arguments.ts';
import { checkView } from './checkView.ts';
import { method } from './method.ts';

const withTrigger = z.object({ trigger_id: required, view: json });

export const viewMethods = {
  'views.open': method({
    tier: 't4',
    args: withTrigger,
    run: (slack, args) => {
      checkView(slack, args.view, 'modal');
      const { user, channel } = slack.triggers.spend(args.trigger_id);
      const view = newView(slack, args.view, { type: 'modal', user, channel });
      slack.views.open(view);
      slack.changed();
      return { ok: true, view: renderView(slack, view) };
    },
  }),

  'views.push': method({
    tier: 't4',
    args: withTrigger,
    run: (slack, args) => {
      checkView(slack, args.view, 'modal');
      const { user } = slack.triggers.spend(args.trigger_id);
      const stack = slack.views.stackOf(user);
      const above = stack.at(-1);
      if (!above) throw new SlackError('not_found');
      if (stack.length >= STACK_LIMIT) throw new SlackError('push_limit_reached');
      const view = newView(slack, args.view, { type: 'modal', user, above, channel: above.channel });
      slack.views.push(view);
      slack.changed();
      return { ok: true, view: renderView(slack, view) };
    },
  }),

  'views.update': method({
    tier: 't4',
    args: z.object({ view_id: optional, external_id: optional, view: json, hash: optional }),
    run: (slack, args) => {
      if (args.view_id === undefined && args.external_id === undefined) {
        throw invalidArguments(['missing required field: view_id']);
      }
      const view =
        args.view_id === undefined
          ? slack.views.findByExternalId(args.external_id ?? '')
          : slack.views.find(args.view_id);
      if (!view) throw new SlackError('not_found');
      refillView(slack, view, args.view, args.hash);
      return { ok: true, view: renderView(slack, view) };
    },
  }),

  'views.publish': method({
    tier: 't4',
    args: z.object({ user_id: required, view: json, hash: optional }),
    run: (slack, args) => {
      if (!slack.manifest.homeTab) throw new SlackError('not_enabled');
      if (!slack.users.has(args.user_id)) {
        throw new SlackError('invalid_arguments', { response_metadata: { messages: ['invalid `user_id`'] } });
      }
      const current = slack.views.homeOf(args.user_id);
      if (current) refillView(slack, current, args.view, args.hash);
      else slack.views.publish(newView(slack, args.view, { type: 'home', user: args.user_id }));
      slack.changed();
      const home = slack.views.homeOf(args.user_id);
      return { ok: true, view: home ? renderView(slack, home) : null };
    },
  }),
};
