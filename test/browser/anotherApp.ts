import type { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { startSocketApp } from '../playground/support/app.ts';
import { startWorkspace } from '../playground/support/workspace.ts';
import { everyElement, everyMessageBlock } from './showcase.ts';

/** What the app heard of people, newest last. */
export type Heard = { readonly what: string; readonly value: unknown }[];

/** An app that books meeting rooms: it shows that the playground knows nothing of the app it was made for. */
export async function anotherApp(): Promise<{ playground: Playground; app: App; heard: Heard }> {
  const playground = await startWorkspace();
  onTestFinished(() => playground.stop());
  const heard: Heard = [];
  const app = await startSocketApp(playground, (bolt) => listen(bolt, heard));
  onTestFinished(async () => {
    await app.stop();
  });
  return { playground, app, heard };
}

function listen(app: App, heard: Heard): void {
  app.command('/room', async ({ ack, command, client, respond }) => {
    await ack();
    heard.push({ what: 'command', value: command.text });
    if (command.text === 'quiet') await respond('Only you see this.');
    else if (command.text === 'all')
      await client.chat.postMessage({
        channel: command.channel_id,
        text: 'Everything',
        blocks: everyMessageBlock,
      });
    else await client.views.open({ trigger_id: command.trigger_id, view: booking('', everyElement) });
  });
  app.action(/.*/, async ({ ack, action, body, client }) => {
    await ack();
    const { type, ...rest } = action;
    heard.push({ what: `action ${'action_id' in action ? action.action_id : type}`, value: rest });
    if (!('action_id' in action) || !('trigger_id' in body) || !('view' in body) || !body.view) return;
    if (action.action_id === 'more')
      await client.views.push({ trigger_id: body.trigger_id, view: booking('second', []) });
    if (action.action_id === 'redraw')
      await client.views.update({ view_id: body.view.id, view: booking('Drawn again.', everyElement) });
  });
  app.options(/.*/, async ({ ack, options }) => {
    const names = ['Atrium', 'Attic', 'Basement'].filter((name) =>
      name.toLowerCase().startsWith(options.value.toLowerCase()),
    );
    await ack({ options: names.map((name) => ({ text: { type: 'plain_text', text: name }, value: name })) });
  });
  app.view('booking', async ({ ack, view }) => {
    heard.push({ what: 'submit', value: view.state.values });
    const title = view.state.values.title?.title?.value;
    if (title === 'taken') await ack({ response_action: 'errors', errors: { title: 'This name is taken.' } });
    else await ack();
  });
}

function booking(note: string, blocks: typeof everyElement) {
  const text = (words: string) => ({ type: 'plain_text' as const, text: words });
  return {
    type: 'modal' as const,
    callback_id: 'booking',
    title: text(note === 'second' ? 'Second window' : 'Book a room'),
    submit: text('Book'),
    close: text('Not now'),
    blocks: [
      {
        type: 'section' as const,
        block_id: 'note',
        text: { type: 'mrkdwn' as const, text: note || 'Which room?' },
      },
      {
        type: 'input' as const,
        block_id: 'title',
        label: text('Title'),
        hint: text('What the door shows'),
        element: { type: 'plain_text_input' as const, action_id: 'title' },
      },
      {
        type: 'actions' as const,
        block_id: 'windows',
        elements: [
          { type: 'button' as const, action_id: 'more', text: text('Another window') },
          { type: 'button' as const, action_id: 'redraw', text: text('Draw again') },
        ],
      },
      ...blocks,
    ],
  };
}
