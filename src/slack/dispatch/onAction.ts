import type { App, BlockAction, RespondFn, webApi } from '@slack/bolt';
import { message, type SlackMessage } from '../../../blocks/message.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { answering } from './answering.ts';
import { chosenValue } from './chosenValue.ts';
import { modals } from './modals.ts';
import type { Switchboard } from './Switchboard.ts';

/** Clicks and choices in messages, modals and the Home tab. */
export function onAction(app: App, { table, deps, inFlight }: Switchboard): void {
  app.action(/.*/, ({ ack, body, action, client, respond }) =>
    inFlight.track(
      (async () => {
        await ack();
        if (body.type !== 'block_actions') return;
        const actionId = 'action_id' in action ? action.action_id : '';
        const handler = table.actions[actionId] ?? table.actions[actionId.split(':')[0] ?? ''];
        if (!handler) return deps.log.error({ actionId }, 'unknown action');
        const modal = modals(client, body.trigger_id, { push: body.view?.type === 'modal' });
        const answers = answersTo(body, client, respond);
        await answering(
          deps,
          async () => {
            if (handler.opens) await modal.open(handler.opens);
            const asker = await resolveAsker(deps, client, { teamId: teamOf(body), userId: body.user.id });
            const { viewId, show: showView } = modal;
            const value = chosenValue(action);
            await handler.run({ ...asker, ...answers, value, actionId, body, viewId, showView });
          },
          async (sentence) => {
            if (!(await modal.refuse(sentence))) await answers.answer(message({ text: sentence }));
          },
        );
      })(),
    ),
  );
}

/** Where there is no response_url (Home tab, modals) the answer goes into the direct message with the asker. */
function answersTo(body: BlockAction, client: webApi.WebClient, respond: RespondFn) {
  const say = (replace: boolean) => async (said: SlackMessage) => {
    if (body.response_url) {
      await respond({ response_type: 'ephemeral', replace_original: replace, ...said });
    } else await client.chat.postMessage({ channel: body.user.id, ...said });
  };
  return { answer: say(false), replace: say(true) };
}

function teamOf(body: BlockAction): string {
  return body.team?.id ?? body.user.team_id ?? '';
}
