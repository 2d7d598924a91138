import type { App } from '@slack/bolt';
import { message } from '../../../blocks/message.ts';
import type { Answer } from '../handlers.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { answering } from './answering.ts';
import { modals } from './modals.ts';
import type { Switchboard } from './Switchboard.ts';

/** Slash commands: acknowledged, a modal opened where the words ask for one, then the asker is looked up. */
export function onCommand(app: App, { table, deps, inFlight }: Switchboard): void {
  app.command(/.*/, ({ ack, command, client, respond }) =>
    inFlight.track(
      (async () => {
        await ack();
        const handler = table.commands[command.command];
        if (!handler) return deps.log.error({ command: command.command }, 'unknown command');
        const modal = modals(client, command.trigger_id);
        const answer: Answer = async (said) => {
          await respond({ response_type: 'ephemeral', ...said });
        };
        await answering(
          deps,
          async () => {
            const title = handler.opens?.(command.text);
            if (title) await modal.open(title);
            const who = { teamId: command.team_id, userId: command.user_id };
            const asker = await resolveAsker(deps, client, who);
            const { viewId, open: openLoading, show: showView } = modal;
            await handler.run({ ...asker, command, answer, viewId, openLoading, showView });
          },
          async (sentence) => {
            if (!(await modal.refuse(sentence))) await answer(message({ text: sentence }));
          },
        );
      })(),
    ),
  );
}
