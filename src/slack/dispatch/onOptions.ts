import type { App } from '@slack/bolt';
import { resolveAsker } from '../resolveAsker.ts';
import type { Switchboard } from './Switchboard.ts';

/** Typeahead: the one surface whose acknowledgement is the answer; without an answer the list stays empty. */
export function onOptions(app: App, { table, deps, inFlight }: Switchboard): void {
  app.options(/.*/, ({ ack, body, options, client }) =>
    inFlight.track(
      (async () => {
        const handler = table.options[options.action_id];
        if (!handler) {
          await ack({ options: [] });
          return deps.log.error({ actionId: options.action_id }, 'unknown options');
        }
        try {
          const teamId = body.team?.id ?? body.user.team_id ?? '';
          const asker = await resolveAsker(deps, client, { teamId, userId: body.user.id });
          const privateMetadata = 'view' in body && body.view ? body.view.private_metadata : '';
          await ack({ options: await handler({ ...asker, typed: options.value, privateMetadata }) });
        } catch (error) {
          deps.log.error({ err: error }, 'options failed');
          await ack({ options: [] });
        }
      })(),
    ),
  );
}
