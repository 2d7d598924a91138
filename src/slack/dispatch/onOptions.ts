import { setTimeout as sleep } from 'node:timers/promises';
import type { App, types } from '@slack/bolt';
import { resolveAsker } from '../resolveAsker.ts';
import type { Switchboard } from './Switchboard.ts';

/** Slack waits three seconds; a list that takes longer stays empty and is asked for again with the next letter. */
const DEADLINE_MS = 2400;

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
        const find = async (): Promise<types.PlainTextOption[]> => {
          const teamId = body.team?.id ?? body.user.team_id ?? '';
          const asker = await resolveAsker(deps, client, { teamId, userId: body.user.id });
          const privateMetadata = 'view' in body && body.view ? body.view.private_metadata : '';
          return handler({ ...asker, typed: options.value, privateMetadata });
        };
        const found = find().catch((error: unknown): types.PlainTextOption[] => {
          deps.log.error({ err: error }, 'options failed');
          return [];
        });
        const timer = new AbortController();
        const late = sleep(DEADLINE_MS, [] as types.PlainTextOption[], { signal: timer.signal }).catch(
          () => [],
        );
        await ack({ options: await Promise.race([found, late]) });
        timer.abort();
      })(),
    ),
  );
}
