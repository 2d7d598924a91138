import type { App, BlockAction, types } from '@slack/bolt';
import { message } from '../../blocks/message.ts';
import { loadingView } from '../../blocks/views/loadingView.ts';
import { sentenceView } from '../../blocks/views/sentenceView.ts';
import { withProblem } from '../../blocks/views/withProblem.ts';
import type { InFlight } from './InFlight.ts';
import type { listeners as Listeners } from './listeners.ts';
import { resolveAsker, resolveWorkspace } from './resolveAsker.ts';
import type { SlackDeps } from './SlackDeps.ts';
import { sentenceOf } from './sentenceOf.ts';

/**
 * Connects the one table of listeners to Bolt. Every surface is acknowledged before anything else is done, errors become a
 * sentence for the person who asked, and an id that the table does not know is an error in the log, never silence.
 */
export function dispatch(app: App, table: typeof Listeners, deps: SlackDeps, inFlight: InFlight): void {
  const anything = /.*/;

  app.command(anything, async ({ ack, command, client, respond }) => {
    await ack();
    const handler = table.commands[command.command];
    if (!handler) return deps.log.error({ command: command.command }, 'unknown command');
    let opened: string | undefined;
    const showView = async (viewId: string, view: types.View) => {
      await client.views.update({ view_id: viewId, view });
    };
    await inFlight.track(
      answering(
        deps,
        async () => {
          // the trigger lives three seconds: a modal is opened before the database is asked anything
          const openLoading = async (title: string) => {
            const answer = await client.views.open({
              trigger_id: command.trigger_id,
              view: loadingView(title),
            });
            opened = answer.view?.id ?? '';
            return opened;
          };
          const early = handler.opens?.(command.text);
          if (early) await openLoading(early);
          const asker = await resolveAsker(deps, client, {
            teamId: command.team_id,
            userId: command.user_id,
          });
          const answer = async (said: ReturnType<typeof message>) => {
            await respond({ response_type: 'ephemeral', ...said });
          };
          await handler.run({ ...asker, command, answer, viewId: opened, openLoading, showView });
        },
        async (sentence) => {
          if (opened) await showView(opened, sentenceView('Not possible', sentence));
          else await respond({ response_type: 'ephemeral', ...message({ text: sentence }) });
        },
      ),
    );
  });

  app.action(anything, async ({ ack, body, action, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const actionId = 'action_id' in action ? action.action_id : '';
    const handler = table.actions[actionId] ?? table.actions[actionId.split(':')[0] ?? ''];
    if (!handler) return deps.log.error({ actionId }, 'unknown action');
    let opened: string | undefined;
    const showView = async (viewId: string, view: types.View) => {
      await client.views.update({ view_id: viewId, view });
    };
    const answer = async (said: ReturnType<typeof message>) => {
      if (body.response_url) await respond({ response_type: 'ephemeral', replace_original: false, ...said });
      else await client.chat.postMessage({ channel: body.user.id, ...said });
    };
    await inFlight.track(
      answering(
        deps,
        async () => {
          if (handler.opens) {
            const loading = { trigger_id: body.trigger_id, view: loadingView(handler.opens) };
            const shown =
              body.view?.type === 'modal'
                ? await client.views.push(loading)
                : await client.views.open(loading);
            opened = shown.view?.id;
          }
          const asker = await resolveAsker(deps, client, { teamId: teamOf(body), userId: body.user.id });
          await handler.run({
            ...asker,
            value: chosenValue(action),
            actionId,
            body,
            answer,
            viewId: opened,
            showView,
          });
        },
        async (sentence) => {
          if (opened) await showView(opened, sentenceView('Not possible', sentence));
          else await answer(message({ text: sentence }));
        },
      ),
    );
  });

  app.view({ callback_id: anything, type: 'view_submission' }, async ({ ack, body, view, client }) => {
    const handler = table.views[view.callback_id];
    if (!handler) {
      await ack();
      return deps.log.error({ callbackId: view.callback_id }, 'unknown view');
    }
    const checked = handler.check(view, deps.clock.now());
    if ('errors' in checked) return ack({ response_action: 'errors', errors: checked.errors });
    await ack({ response_action: 'update', view: handler.saving(view) });
    const showView = async (shown: types.View) => {
      await client.views.update({ view_id: view.id, view: shown });
    };
    await inFlight.track(
      answering(
        deps,
        async () => {
          const asker = await resolveAsker(deps, client, {
            teamId: body.team?.id ?? body.user.team_id ?? '',
            userId: body.user.id,
          });
          await checked.save({ ...asker, view, key: `view:${view.id}:${view.hash}`, showView });
        },
        async (sentence) => showView(withProblem(handler.again(view), sentence)),
      ),
    );
  });

  app.options(anything, async ({ ack, body, options, client }) => {
    const handler = table.options[options.action_id];
    if (!handler) {
      await ack({ options: [] });
      return deps.log.error({ actionId: options.action_id }, 'unknown options');
    }
    try {
      const workspace = await resolveWorkspace(deps, body.team?.id ?? body.user.team_id ?? '');
      const privateMetadata = 'view' in body && body.view ? body.view.private_metadata : '';
      const now = deps.clock.now();
      const found = await handler({ deps, workspace, client, now, typed: options.value, privateMetadata });
      await ack({ options: found });
    } catch (error) {
      deps.log.error({ err: error }, 'options failed');
      await ack({ options: [] });
    }
  });

  app.shortcut(anything, async ({ ack, shortcut, client }) => {
    await ack();
    const handler = table.shortcuts[shortcut.callback_id];
    if (!handler) return deps.log.error({ callbackId: shortcut.callback_id }, 'unknown shortcut');
    const opened = await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: loadingView(handler.opens),
    });
    const viewId = opened.view?.id ?? '';
    const showView = async (id: string, view: types.View) => {
      await client.views.update({ view_id: id, view });
    };
    await inFlight.track(
      answering(
        deps,
        async () => {
          const asker = await resolveAsker(deps, client, {
            teamId: shortcut.team?.id ?? '',
            userId: shortcut.user.id,
          });
          const text = shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '';
          await handler.run({ ...asker, messageText: text, viewId, showView });
        },
        async (sentence) => showView(viewId, sentenceView('Not possible', sentence)),
      ),
    );
  });

  for (const [name, handler] of Object.entries(table.events)) {
    app.event(name, async ({ event, body, client, context }) => {
      await inFlight.track(
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
      );
    });
  }
}

async function answering(
  deps: SlackDeps,
  work: () => Promise<void>,
  refuse: (sentence: string) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = sentenceOf(error, deps.log);
    await refuse(sentence).catch((failed) => deps.log.error({ err: failed }, 'could not answer'));
  }
}

function teamOf(body: BlockAction): string {
  return body.team?.id ?? body.user.team_id ?? '';
}

function chosenValue(action: object): string {
  if ('value' in action && typeof action.value === 'string') return action.value;
  if ('selected_option' in action) {
    const option = action.selected_option as { value?: string } | null;
    return option?.value ?? '';
  }
  return '';
}
