import type { App } from '@slack/bolt';
import { resolveAsker } from '../resolveAsker.ts';
import { answering } from './answering.ts';
import { modals } from './modals.ts';
import type { Switchboard } from './Switchboard.ts';

/** Global and message shortcuts: each opens a modal. */
export function onShortcut(app: App, { table, deps, inFlight }: Switchboard): void {
  app.shortcut(/.*/, ({ ack, shortcut, client }) =>
    inFlight.track(
      (async () => {
        await ack();
        const handler = table.shortcuts[shortcut.callback_id];
        if (!handler) return deps.log.error({ callbackId: shortcut.callback_id }, 'unknown shortcut');
        const modal = modals(client, shortcut.trigger_id);
        await answering(
          deps,
          async () => {
            const viewId = await modal.open(handler.opens);
            const teamId = shortcut.team?.id ?? shortcut.user.team_id ?? '';
            const asker = await resolveAsker(deps, client, { teamId, userId: shortcut.user.id });
            const messageText = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
            await handler.run({ ...asker, messageText, viewId, showView: modal.show });
          },
          async (sentence) => {
            await modal.refuse(sentence);
          },
        );
      })(),
    ),
  );
}
