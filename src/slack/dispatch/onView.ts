import type { App, types, ViewOutput } from '@slack/bolt';
import { withProblem } from '../../../blocks/views/withProblem.ts';
import type { Checked, ViewHandler } from '../handlers.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { answering } from './answering.ts';
import type { Switchboard } from './Switchboard.ts';

/**
 * Submitted forms: checked from what was typed alone, acknowledged with a view that says it is being saved, then saved.
 * A form that cannot be saved comes back with what was typed and the reason on top.
 */
export function onView(app: App, { table, deps, inFlight }: Switchboard): void {
  app.view({ callback_id: /.*/, type: 'view_submission' }, ({ ack, body, view, client }) =>
    inFlight.track(
      (async () => {
        const handler = table.views[view.callback_id];
        if (!handler) {
          await ack();
          return deps.log.error({ callbackId: view.callback_id }, 'unknown view');
        }
        const checked = checkedBy(handler, view, deps.clock.now());
        if ('errors' in checked) return ack({ response_action: 'errors', errors: checked.errors });
        await ack({ response_action: 'update', view: handler.saving(view) });
        const showView = async (shown: types.View) => {
          await client.views.update({ view_id: view.id, view: shown });
        };
        await answering(
          deps,
          async () => {
            const teamId = body.team?.id ?? body.user.team_id ?? '';
            const asker = await resolveAsker(deps, client, { teamId, userId: body.user.id });
            await checked.save({ ...asker, view, key: `view:${view.id}:${view.hash}`, showView });
          },
          (sentence) => showView(withProblem(handler.again(view), sentence)),
        );
      })(),
    ),
  );
}

/** A form that cannot even be read (an older version wrote what it remembers) is acknowledged too; saving it says why. */
function checkedBy(handler: ViewHandler, view: ViewOutput, now: Date): Checked {
  try {
    return handler.check(view, now);
  } catch (error) {
    return { save: () => Promise.reject(error) };
  }
}
