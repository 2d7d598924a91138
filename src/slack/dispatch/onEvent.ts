import type { App } from '@slack/bolt';
import { resolveWorkspace } from '../resolveAsker.ts';
import { answering } from './answering.ts';
import type { Switchboard } from './Switchboard.ts';

/** Events: Bolt has acknowledged them before we are asked. Each may come twice; a handler with an effect claims `eventId`. */
export function onEvent(app: App, { table, deps, inFlight }: Switchboard): void {
  for (const [name, handler] of Object.entries(table.events)) {
    app.event(name, ({ event, body, client, context }) =>
      inFlight.track(
        answering(
          deps,
          async () => {
            const workspace = await resolveWorkspace(deps, body.team_id);
            await handler({
              deps,
              workspace,
              client,
              now: deps.clock.now(),
              event,
              eventId: body.event_id,
              botUserId: context.botUserId ?? '',
            });
          },
          async () => {},
        ),
      ),
    );
  }
}
